import { commentByLink, confirmByLink } from '../../../../areas/survey/hearings/confirm-minutes.ts';
import { type Hearing, hearings } from '../content/survey/hearings.ts';
import type { BodyStory } from './lay-body.ts';
import type { Chosen } from './select-cases.ts';

const TWO_WEEKS = 14 * 24;
/** What was confirmed longest ago is written as a case first. */
const DRAFTED = 'port';

/** Hearings of the chosen events, each as far as it has come, and the case of the first. */
export async function holdHearings(story: BodyStory, chosen: Chosen): Promise<void> {
  for (const hearing of hearings(story.say)) await hold(story, hearing, chosen.get(hearing.of) ?? '');
  const at = story.before({ hours: 60 * 24 });
  await story.did('okabe', at, chosen.get(DRAFTED) ?? '', 'POST /api/survey/events/:id/draft', {});
}

async function hold(story: BodyStory, hearing: Hearing, eventId: string): Promise<void> {
  const { standing, day, said, head } = hearing;
  const starts = day === 0 ? story.before({ minutes: 30 }) : story.timeOf(day, '14:00');
  const id = await plan(story, hearing, eventId, starts);
  if (standing === 'planned') return;
  await story.did('okabe', starts, id, 'POST /api/survey/hearings/:id/state', { turn: 'open' });
  const agreed = { by: head, at: starts.toString(), note: '' };
  await story.did('okabe', starts.add({ minutes: 4 }), id, 'POST /api/survey/hearings/:id/cooperation', agreed); // biome-ignore format: one line
  const { questions } = await story.did('okabe', starts, id, 'GET /api/survey/hearings/:id');
  for (const [n, [speaker, text, certainty, answers]] of said.entries()) {
    const at = starts.add({ minutes: 9 + 8 * n });
    const question = questions.find(({ path }) => path === answers)?.key ?? null;
    const line = {
      clientId: story.system(at).newId(),
      at: at.toString(),
      speaker,
      text,
      certainty,
      question,
    };
    await story.did('okabe', at, id, 'POST /api/survey/hearings/:id/lines', line);
  }
  if (standing === 'open') return;
  const ended = starts.add({ minutes: 90 });
  await story.did('okabe', ended, id, 'POST /api/survey/hearings/:id/state', { turn: 'complete' });
  if (standing !== 'completed') await confirm(story, hearing, id, ended.add({ hours: 26 }));
}

async function plan(
  story: BodyStory,
  { day, place, head, of }: Hearing,
  eventId: string,
  starts: Temporal.Instant,
): Promise<string> {
  const { say } = story;
  const [mode, where] = place;
  const body = {
    eventId,
    startsAt: starts.toString(),
    endsAt: starts.add({ minutes: 90 }).toString(),
    mode,
    place: where,
    attendees: [
      { side: 'operator' as const, role: head, email: `${of}@operator.invalid` },
      { side: 'secretariat' as const, role: say('事務局', 'Secretariat') },
    ],
    note: '',
  };
  const ahead = day > 0 ? story.before({ hours: 72 }) : starts.subtract({ hours: TWO_WEEKS });
  return (await story.did('okabe', ahead, '', 'POST /api/survey/hearings', body, undefined)).id;
}

/** The operator reads the minutes by a link: most confirm them, one says first what is wrong. */
async function confirm(
  story: BodyStory,
  { of, head, standing }: Hearing,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  const { say } = story;
  const asked = { name: head, email: `${of}@operator.invalid` };
  await story.did('okabe', at, id, 'POST /api/survey/hearings/:id/minutes', asked);
  const then = story.system(at.add({ hours: 50 }));
  if (standing === 'corrected') {
    const text = say(
      '消した時刻は9時ではなく8時半です',
      'The record was deleted at half past eight, not at nine',
    );
    await commentByLink(then, id, { kind: 'correction', number: 1, text, by: head });
    const view = say('委託先の努力にも触れてほしい', 'The contractor’s efforts should be mentioned as well');
    await commentByLink(then, id, { kind: 'view', number: null, text: view, by: head });
    return;
  }
  const { edition } = await story.did('okabe', at, id, 'GET /api/survey/hearings/:id');
  await confirmByLink(then, id, { by: head, seen: edition });
}
