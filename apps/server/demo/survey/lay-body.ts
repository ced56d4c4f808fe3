import { foundOrganisation } from '../../../../areas/prepare/parties/acts.ts';
import { record } from '../../../../areas/record.ts';
import { type Context, inTransaction } from '../../../../database/transaction.ts';
import type { Language } from '../../../../kernel/language.ts';
import { speakIn, ZONE } from '../content/organisation.ts';
import { type OperatorKey, operators } from '../content/survey/operators.ts';
import { BODY_NAME, MEMBERS, type MemberName } from '../content/survey/organisation.ts';
import { settle } from '../settle.ts';
import { Story } from '../story.ts';
import { holdHearings } from './hold-hearings.ts';
import { receiveReports } from './receive-reports.ts';
import { openSurveys, selectCases } from './select-cases.ts';

export type BodyStory = Story<MemberName>;

/** Before the first report of the year that was surveyed. */
const FOUNDED = '2023-12-04T09:00+09:00[Asia/Tokyo]';

/**
 * The body that surveys operators, as an organisation of its own beside the utility: a year of reports, nine of them chosen,
 * most of those heard, one drafted, and what comes in now.
 * @param ctx of the organisation that is to be, within the transaction it becomes true with
 */
export async function layBody(ctx: Context, language: Language): Promise<BodyStory> {
  const story = new Story(ctx, language, MEMBERS);
  const founded = Temporal.ZonedDateTime.from(FOUNDED).toInstant();
  await found(story, ctx.orgId, founded);
  await letMembersIn(story, founded);
  const listed = await listOperators(story, founded.add({ hours: 24 }));
  const received = await receiveReports(story, listed);
  const surveys = await openSurveys(story);
  const chosen = await selectCases(story, surveys.closed, received);
  await holdHearings(story, chosen);
  await settle(story);
  return story;
}

/** It came to this installation now, after the utility, which people see first. */
const found = (story: BodyStory, id: string, at: Temporal.Instant): Promise<void> =>
  inTransaction(story.system(at), async (tx) => {
    const name = speakIn(story.language)(BODY_NAME);
    await foundOrganisation(tx.sql, { id, name, timeZone: ZONE, demo: true }, story.start);
    record(tx, 'organisation.founded', { body: { demo: true } });
  });

async function letMembersIn(story: BodyStory, at: Temporal.Instant): Promise<void> {
  const say = speakIn(story.language);
  for (const key of Object.keys(MEMBERS) as MemberName[]) {
    const { name, email, roles } = MEMBERS[key];
    const body = { name: say(name), email, roles: [...roles], language: story.language, unitId: null };
    story.people.set(key, (await story.kept(at, '', 'POST /api/prepare/people', body, undefined)).id);
  }
}

async function listOperators(story: BodyStory, at: Temporal.Instant): Promise<Map<OperatorKey, Listed>> {
  const listed = new Map<OperatorKey, Listed>();
  for (const [key, operator] of Object.entries(operators(story.say))) {
    const { id } = await story.did('kusano', at, '', 'POST /api/survey/operators', operator, undefined);
    const how = story.say('代表電話への折り返し', 'Called back by the main number');
    await story.did('kusano', at.add({ hours: 2 }), id, 'POST /api/survey/operators/:id/verification', { verified: true, how }); // biome-ignore format: one line
    listed.set(key as OperatorKey, { id, name: operator.name, sector: operator.sector });
  }
  return listed;
}

/** An operator as the register knows it. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
}
