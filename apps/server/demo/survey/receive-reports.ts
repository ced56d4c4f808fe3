import type { Reply } from '../../../../areas/call-route.ts';
import type { ReportDraft } from '../../../../areas/survey/content/schema.ts';
import type { OperatorKey } from '../content/survey/operators.ts';
import { laterReports, type Report, reports } from '../content/survey/reports.ts';
import { stories, type Story as Told } from '../content/survey/stories.ts';
import type { BodyStory, Listed } from './lay-body.ts';
import { tellReport } from './tell-report.ts';

const ZONED = '[Asia/Tokyo]';
/** The first working day of the fiscal year after. */
const NEXT_YEAR = `2025-04-02T09:00+09:00${ZONED}`;
const AN_HOUR = 3_600;
/** A first report of what goes on for longer comes before it is over. */
const SOON_HOURS = 6;

/** When a report was noticed and came in. */
interface Timed {
  readonly report: Report;
  readonly noticed: Temporal.Instant;
  readonly received: Temporal.Instant;
}
/** Something that was done at the desk about a report. */
type Act = readonly [at: Temporal.Instant, act: () => Promise<unknown>];

/** What came of all this, for what follows. */
export interface Received {
  /** The event of each report that is spoken of again, by how it is called. */
  readonly events: ReadonlyMap<string, string>;
  /** What raters on the whole gave, by titles of reports. */
  readonly scores: ReadonlyMap<string, string>;
}

const hours = (many: number): Temporal.DurationLike => ({ seconds: Math.round(many * AN_HOUR) });
const lagOf = ({ hours: lasted, more }: Report, nth: number): number =>
  more.lag ?? (more.finally ? SOON_HOURS : (lasted ?? 0) + 2 + (nth % 9));

function timed(story: BodyStory): Timed[] {
  const known = reports(story.say).map((report, n): Timed => {
    const noticed = Temporal.ZonedDateTime.from(`${report.noticed}${ZONED}`).toInstant();
    return { report, noticed, received: noticed.add(hours(lagOf(report, n))) };
  });
  const nextYear = Temporal.ZonedDateTime.from(NEXT_YEAR).toInstant();
  const later = laterReports(story.say).map(([day, report], n): Timed => {
    const received = (day < 0 ? story.start : nextYear).add(hours(24 * day));
    return { report, noticed: received.subtract(hours(lagOf(report, n))), received };
  });
  return [...known, ...later];
}

/** Everything that came in, and what the desk did with it, in the order in which it was done. */
export async function receiveReports(
  story: BodyStory,
  listed: ReadonlyMap<OperatorKey, Listed>,
): Promise<Received> {
  const told = stories(story.say);
  const desk = new Desk(story, listed, told);
  const all = timed(story);
  const acts = all.flatMap((each) => desk.actsOn(each)).sort(([a], [b]) => Temporal.Instant.compare(a, b));
  for (const [at, act] of acts) if (Temporal.Instant.compare(at, story.start) <= 0) await act();
  const scores = new Map(all.map(({ report }) => [report.title, report.scores]));
  return { events: desk.events, scores };
}

class Desk {
  readonly events = new Map<string, string>();
  readonly #story: BodyStory;
  readonly #listed: ReadonlyMap<OperatorKey, Listed>;
  readonly #told: Readonly<Record<string, Told>>;

  constructor(
    story: BodyStory,
    listed: ReadonlyMap<OperatorKey, Listed>,
    told: Readonly<Record<string, Told>>,
  ) {
    this.#story = story;
    this.#listed = listed;
    this.#told = told;
  }

  /** What was done about one report, each at its time. */
  actsOn({ report, noticed, received }: Timed): Act[] {
    const { fate, of, finally: isFinal } = report.more;
    let id = '';
    const content = (stage: 'first' | 'final') => this.#content(report, noticed, stage);
    const acts: Act[] = [
      [
        received,
        async () => {
          id = await this.#receive(report, received, content('first'));
        },
      ],
    ];
    const later = (after: number, act: (at: Temporal.Instant) => Promise<unknown>): void => {
      const at = received.add(hours(after));
      acts.push([at, () => act(at)]);
    };
    if (of) later(3, (at) => this.#join(id, of, at));
    if (fate !== 'inReview') later(20, (at) => this.#judge(id, fate, 1, at));
    if (fate === 'withdrawn') later(30, (at) => this.#withdraw(id, at));
    if (isFinal) {
      later(26, (at) => this.#askUsers(id, at));
      later(24 * 18, (at) => this.#replace(id, content('final'), at));
      later(24 * 19, (at) => this.#judge(id, undefined, 2, at));
    }
    return acts;
  }

  #content(report: Report, noticed: Temporal.Instant, stage: 'first' | 'final'): ReportDraft {
    const { name, sector } = this.#operator(report);
    const told = report.more.key === undefined ? undefined : this.#told[report.more.key];
    return tellReport({ report, noticed, stage, told, operator: name, sector, say: this.#story.say });
  }

  #operator({ operator }: Report): Listed {
    const listed = this.#listed.get(operator);
    if (!listed) throw new Error(`the demonstration has no operator ${operator}`);
    return listed;
  }

  async #receive(report: Report, at: Temporal.Instant, content: ReportDraft): Promise<string> {
    const { id: operatorId } = this.#operator(report);
    const body = { content, door: report.more.door ?? ('form' as const), operatorId };
    const { id } = await this.#story.did('kusano', at, '', 'POST /api/survey/reports', body, undefined);
    const sender = this.#story.say('情報連絡窓口', 'Report desk');
    await this.#story.did('kusano', at, id, 'POST /api/survey/reports/:id/submission', { stage: 'first', seen: 0, sender }); // biome-ignore format: one line
    const { key } = report.more;
    if (key !== undefined) this.events.set(key, (await this.#read(id, at)).eventId ?? '');
    return id;
  }

  #read(id: string, at: Temporal.Instant): Promise<Reply<'GET /api/survey/reports/:id'>> {
    return this.#story.did('kusano', at, id, 'GET /api/survey/reports/:id');
  }

  #join(id: string, of: string, at: Temporal.Instant): Promise<unknown> {
    const eventId = this.events.get(of) ?? null;
    return this.#story.did('okabe', at, id, 'POST /api/survey/reports/:id/event', { eventId });
  }

  #judge(id: string, fate: Report['more']['fate'], seen: number, at: Temporal.Instant): Promise<unknown> {
    const { say } = this.#story;
    const reasons = {
      toRevise: say('復旧の時刻と影響の範囲の追記をお願いします', 'Please add when it was restored and what it affected'),
      notOurs: say('自組織の事象ではないため', 'It is not an event of this operator'),
    }; // biome-ignore format: reasons at one look
    const verdict = fate === 'toRevise' || fate === 'notOurs' ? fate : 'passed';
    const reason = verdict === 'passed' ? '' : reasons[verdict];
    return this.#story.did('okabe', at, id, 'POST /api/survey/reports/:id/verdict', {
      verdict,
      reason,
      seen,
    });
  }

  #withdraw(id: string, at: Temporal.Instant): Promise<unknown> {
    const reason = this.#story.say(
      '訓練の記録を誤って送付したため',
      'It was the record of an exercise, sent by mistake',
    );
    return this.#story.did('okabe', at, id, 'POST /api/survey/reports/:id/withdrawal', { reason });
  }

  async #askUsers(id: string, at: Temporal.Instant): Promise<void> {
    const { say } = this.#story;
    const text = say('影響を受けた利用者の数を教えてください', 'How many users were affected?');
    const asked = await this.#story.did('okabe', at, id, 'POST /api/survey/reports/:id/questions', { field: 'effect.users', text }); // biome-ignore format: one line
    const answer = { answer: say('集計中です。最終報で連絡します', 'We are still counting and will say in the final report'), by: say('情報連絡窓口', 'Report desk') }; // biome-ignore format: one line
    const then = at.add({ hours: 30 });
    await this.#story.did('kusano', then, asked.id, 'POST /api/survey/questions/:id/answer', answer);
  }

  async #replace(id: string, content: ReportDraft, at: Temporal.Instant): Promise<void> {
    const { seen } = await this.#story.did('kusano', at, id, 'PUT /api/survey/reports/:id/draft', { content, seen: (await this.#read(id, at)).draftSeen }); // biome-ignore format: one line
    await this.#story.did('kusano', at, id, 'POST /api/survey/reports/:id/submission', { stage: 'final', seen }); // biome-ignore format: one line
  }
}
