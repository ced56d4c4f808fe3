import type { Reply } from '../../../../areas/call-route.ts';
import { seededRandom } from '../../../../kernel/random.ts';
import { evidence, reasons } from '../content/survey/hearings.ts';
import { type MemberName, RATERS } from '../content/survey/organisation.ts';
import type { BodyStory } from './lay-body.ts';
import type { Received } from './receive-reports.ts';

type Candidate = Reply<'GET /api/survey/cycles/:id/candidates'>['candidates'][number];

const YEARS = [2024, 2025] as const;
const TARGET = 9;
const MOST = 3;
/** How often a rater sees a criterion otherwise than the others. */
const OTHERWISE = 0.28;
/** So many days ago, counted from the day somebody looks. */
const DAYS = {
  listed: 230,
  started: 215,
  rated: 205,
  locked: 188,
  picked: 180,
  signed: 178,
  heard: 170,
} as const;

const daysAgo = (story: BodyStory, days: number): Temporal.Instant => story.before({ hours: days * 24 });

/** The survey of one year, which is to be chosen from, and that of the next, which collects. */
export async function openSurveys(story: BodyStory): Promise<{ closed: string }> {
  const { say } = story;
  const ids: string[] = [];
  for (const fiscalYear of YEARS) {
    const at = Temporal.ZonedDateTime.from(`${fiscalYear}-04-08T10:00+09:00[Asia/Tokyo]`).toInstant();
    const body = {
      fiscalYear,
      target: TARGET,
      purpose: say('事業者の備えに役立つ事例を、匿名で公表する', 'To publish, without names, cases that help operators to prepare'),
      plan: {
        name: say('重要サービス防護の行動計画', 'Action plan for the protection of critical services'),
        decidedBy: say('防護推進会議', 'Protection council'),
        decidedOn: '2022-06-17',
      },
    }; // biome-ignore format: a survey at one look
    ids.push((await story.did('okabe', at, '', 'POST /api/survey/cycles', body, undefined)).id);
  }
  const [closed = '', open = ''] = ids;
  await story.did('okabe', daysAgo(story, 3), open, 'POST /api/survey/cycles/:id/candidates', undefined);
  return { closed };
}

/** The events that were chosen, by what they are called in the story. */
export type Chosen = ReadonlyMap<string, string>;

/** Listed, rated by three who saw nothing of each other, weighed, picked with reasons and signed. */
export async function selectCases(story: BodyStory, cycleId: string, received: Received): Promise<Chosen> {
  const at = (when: keyof typeof DAYS): Temporal.Instant => daysAgo(story, DAYS[when]);
  await story.did('okabe', at('listed'), cycleId, 'POST /api/survey/cycles/:id/candidates', undefined);
  for (const rater of RATERS)
    await story.did('okabe', at('listed'), cycleId, 'POST /api/survey/cycles/:id/raters', { personId: story.idOf(rater) }); // biome-ignore format: one line
  await story.did('okabe', at('started'), cycleId, 'POST /api/survey/cycles/:id/rating', undefined);
  const { candidates } = await story.did('okabe', at('started'), cycleId, 'GET /api/survey/cycles/:id/candidates'); // biome-ignore format: one line
  const eligible = candidates.filter(({ out }) => out === null);
  for (const [nth, rater] of RATERS.entries()) {
    await rate(story, cycleId, {
      rater,
      nth,
      eligible,
      scores: received.scores,
      at: at('rated').add({ hours: 24 * nth }),
    });
    await story.did(rater, at('locked').subtract({ hours: 5 * nth }), cycleId, 'POST /api/survey/cycles/:id/sheet/locking', undefined); // biome-ignore format: one line
  }
  const chosen = new Map(Object.keys(reasons(story.say)).map((key) => [key, received.events.get(key) ?? '']));
  const why = reasons(story.say);
  const picks = [...chosen].map(([key, eventId]) => ({ eventId, reason: why[key] ?? '' }));
  await story.did('okabe', at('picked'), cycleId, 'PUT /api/survey/cycles/:id/selection', { picks, seen: 0 });
  await story.did('okabe', at('signed'), cycleId, 'POST /api/survey/cycles/:id/selection/signature', undefined); // biome-ignore format: one line
  await story.did('okabe', at('heard'), cycleId, 'POST /api/survey/cycles/:id/turns', { to: 'hearing' });
  return chosen;
}

interface Sheet {
  readonly rater: MemberName;
  readonly nth: number;
  readonly eligible: readonly Candidate[];
  readonly scores: ReadonlyMap<string, string>;
  readonly at: Temporal.Instant;
}

/** The order in which scores of a report are told. */
const CRITERIA = [
  'actualHarm',
  'trend',
  'gravity',
  'spread',
  'recurrence',
  'lessonValue',
  'novelty',
] as const;
const QUALITIES = ['mixed', 'good', 'mixed', 'poor'] as const;

/** One sheet: as raters see it on the whole, here and there one more or less. */
async function rate(
  story: BodyStory,
  cycleId: string,
  { rater, nth, eligible, scores, at }: Sheet,
): Promise<void> {
  const random = seededRandom(100 + nth);
  const words = evidence(story.say);
  for (const [n, { eventId, title }] of eligible.entries()) {
    const given = CRITERIA.map((key, c) => {
      const whole = Number(scores.get(title)?.[c] ?? 1);
      const step = random() < OTHERWISE ? (random() < 0.5 ? -1 : 1) : 0;
      const score = Math.min(MOST, Math.max(0, whole + step));
      return [key, { score, evidence: words[key]?.[score] ?? '' }] as const;
    });
    const quality = QUALITIES[Math.floor(random() * QUALITIES.length)] ?? 'mixed';
    const body = { scores: Object.fromEntries(given), quality };
    await story.did(rater, at.add({ minutes: 7 * n }), '', 'PUT /api/survey/cycles/:id/sheet/:eventId', body, { id: cycleId, eventId }); // biome-ignore format: one line
  }
}
