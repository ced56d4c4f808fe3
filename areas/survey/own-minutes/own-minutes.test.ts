import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { carry, member, pin, type Side, waiting } from '../../../test/carried-packages.ts';
import { heard, STOPPED, surveyed } from '../../../test/hearing-room.ts';
import { TestHouse } from '../../../test/house.ts';
import { byLink } from '../../../test/review-room.ts';
import type { Accepted } from '../exchange/index.ts';
import { answerComment, lookAtMinutes, sendMinutes } from '../hearings/confirm-minutes.ts';
import { lookAtHearing } from '../hearings/look-at-hearing.ts';
import { sendMinutesPackage } from '../hearings/packages/send-minutes-package.ts';
import { commentAnswer, minutesSent } from '../hearings/schema.ts';
import { draftReport, submitReport } from '../intake/draft-report.ts';
import { joinEvent, matchOperator } from '../intake/place-report.ts';
import { newDraft, submission } from '../intake/schema.ts';
import { addOperator } from '../operators/keep-operator.ts';
import { operatorBody } from '../operators/schema.ts';
import { answerMinutes } from './answer-minutes.ts';
import { OWN_MINUTES_KINDS } from './kinds.ts';
import { lookAtOwnMinutes, ownMinutesFor } from './look-at-own-minutes.ts';
import { minutesAnswered } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** A body that heard an operator which has a Sonae of its own. */
async function two() {
  const { orgId, ctx, eventId } = await surveyed(house);
  const body = await member(house, orgId);
  const operator = await member(house, await house.organisation('東西電力'));
  await pin(body, operator);
  await pin(operator, body);
  await house.clone.query('UPDATE sonae.survey_report SET peer_id = $2, peer_ref = id WHERE org_id = $1', [
    orgId,
    operator.id,
  ]);
  const id = await heard(ctx, eventId, [
    { text: '9時24分に切り離した' },
    { text: '台数は増えていない', certainty: 'likely' },
  ]);
  return { ctx, eventId, body, operator, id };
}
const answered = (more: object) => minutesAnswered.parse(more);
const correction = { kind: 'correction', number: 1, text: '切り離しは9時26分' };

test('minutes are sent, corrected, answered and confirmed as packages alone; nobody else has a word in them', async () => {
  const { ctx, body, operator, id } = await two();
  const stranger = await member(house, await house.organisation('別の電力'));
  await pin(body, stranger);
  await expect(sendMinutesPackage(ctx, id, stranger.id)).rejects.toMatchObject({
    details: { fields: [{ field: 'peerId' }] },
  });
  const send = () => sendMinutesPackage(ctx, id, operator.id);
  await asItWas(house.clone, body.id, send);
  await send();
  const go = (from: Side, to: Side) => carry(house, from, to, 2);
  await go(body, operator);
  const [summary] = await ownMinutesFor(operator.ctx);
  expect(summary).toMatchObject({ id, peer: '調査機関', state: 'open' });
  const { edition: seen, lines } = await lookAtOwnMinutes(operator.ctx, id);
  expect(lines).toMatchObject([{ text: '9時24分に切り離した' }, { certainty: 'likely' }]);

  const say = (more: object) => () => answerMinutes(operator.ctx, id, answered({ seen, ...more }));
  for (const more of [{}, { confirm: true, comments: [correction] }, { seen: seen + 1, confirm: true }])
    await expect(say(more)()).rejects.toMatchObject({ code: 'conflict' });
  await asItWas(house.clone, operator.id, say({ comments: [correction] }));
  await say({ comments: [correction, { kind: 'view', text: '判断は妥当だった' }] })();
  await go(operator, body);
  const heardOf = await lookAtHearing(ctx, id);
  expect(heardOf.comments).toHaveLength(2);
  // While the correction is open a confirmation is refused, with why.
  await say({ confirm: true })();
  await go(operator, body);
  expect(await lookAtOwnMinutes(operator.ctx, id)).toMatchObject({
    state: 'open',
    refused: expect.stringContaining('correction'),
  });
  const [line] = heardOf.lines;
  const open = heardOf.comments.find(({ kind }) => kind === 'correction');
  const { speaker, at } = line ?? { speaker: '', at: '' };
  const change = { lineId: line?.id, revision: 1, speaker, at, text: '9時26分に切り離した' };
  await answerComment(ctx, id, open?.id ?? '', commentAnswer.parse({ answer: 'accepted', change }));
  await go(body, operator);
  const now = await lookAtOwnMinutes(operator.ctx, id);
  expect(now.lines[0]?.text).toBe('9時26分に切り離した');
  expect(now.comments).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'correction', answer: 'accepted' })]),
  );
  // What was read before is not confirmed any more.
  await expect(say({ confirm: true })()).rejects.toMatchObject({ code: 'conflict' });
  const key = { ...operator.ctx, actor: { ...operator.ctx.actor, kind: 'key' as const } };
  const confirm = answered({ seen: now.edition, confirm: true });
  await expect(answerMinutes(key, id, confirm)).rejects.toMatchObject({ code: 'forbidden' });
  const give = () => answerMinutes(operator.ctx, id, confirm);
  expect(await race(house.clone, [operator.id], give, give)).toEqual({ won: 1, lost: ['conflict'] });
  await go(operator, body);
  expect((await lookAtHearing(ctx, id)).confirmedAt).not.toBeNull();
  expect(await lookAtOwnMinutes(operator.ctx, id)).toMatchObject({ state: 'confirmed' });
});

test('what others said of the minutes stays with the body', async () => {
  const { ctx, body, operator, id } = await two();
  await sendMinutesPackage(ctx, id, operator.id);
  const [first] = await waiting(house, body, operator);
  await carry(house, body, operator);
  await house.clone.query(
    `INSERT INTO sonae.survey_hearing_comment (org_id, id, hearing_id, kind, text, by, at, reason)
     VALUES ($1, $2, $3, 'view', '別の事業者の意見', '南北電力', now(), '')`,
    [body.id, ctx.newId(), id],
  );
  await sendMinutesPackage(ctx, id, operator.id);
  const [second] = await waiting(house, body, operator);
  for (const each of [first, second])
    expect(each?.content.toString()).not.toMatch(/別の事業者|南北電力|yamada/);
  const responder = house.as(operator.id, await house.person(operator.id, ['responder']), ['responder']);
  await expect(ownMinutesFor(responder)).rejects.toMatchObject({ code: 'forbidden' });
});

test('minutes go to the operator that was heard, and once one has them to nobody else', async () => {
  const { ctx, eventId, body, operator, id } = await two();
  const other = await member(house, await house.organisation('南北電力'));
  await pin(body, other);
  // Another operator reported the same event.
  const { id: second } = await draftReport(ctx, newDraft.parse({ content: STOPPED }));
  await submitReport(ctx, second, submission.parse({ stage: 'first', seen: 0 }));
  await joinEvent(ctx, second, eventId);
  await house.clone.query('UPDATE sonae.survey_report SET peer_id = $2, peer_ref = id WHERE id = $1', [
    second,
    other.id,
  ]);
  const peers = async (hearing = id) => (await lookAtHearing(ctx, hearing)).peers.map((peer) => peer.id);
  expect((await peers()).sort()).toEqual([operator.id, other.id].sort());
  const reports = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_report WHERE org_id = $1 AND id <> $2',
    [body.id, second],
  );
  const contacts = [{ name: '山田', role: 'システム部長', email: 'Yamada@example.jp' }];
  const heardOne = await addOperator(ctx, operatorBody.parse({ name: '東西電力', contacts }));
  const otherOne = await addOperator(ctx, operatorBody.parse({ name: '南北電力', contacts: [{ name: '山田', email: 'y@example.com' }] })); // biome-ignore format: one line
  await matchOperator(ctx, reports[0]?.id ?? '', heardOne.id);
  await matchOperator(ctx, second, otherOne.id);
  expect(await peers()).toEqual([operator.id]);
  const refused = (hearing: string, peerId: string, words: RegExp) =>
    expect(sendMinutesPackage(ctx, hearing, peerId)).rejects.toMatchObject({
      details: { fields: [{ field: 'peerId', mend: { en: expect.stringMatching(words) } }] },
    });
  await refused(id, other.id, /was heard/);
  await sendMinutesPackage(ctx, id, operator.id);
  await sendMinutesPackage(ctx, id, operator.id);
  // Where nobody of the register was heard, whoever has them first keeps them.
  await house.clone.query(`UPDATE sonae.survey_operator SET contacts = '[]' WHERE org_id = $1`, [body.id]);
  await refused(id, other.id, /another organisation/);
  expect(await peers()).toEqual([operator.id]);
  const open = await heard(ctx, eventId);
  const [one, two_] = [other, operator].map((to) => () => sendMinutesPackage(ctx, open, to.id));
  if (one && two_)
    expect(await race(house.clone, [body.id], one, two_)).toEqual({ won: 1, lost: ['invalid'] });
  expect(await peers(open)).toHaveLength(1);
});

test('whoever has the link of minutes reads nothing that came by package', async () => {
  const { ctx, body, id } = await two();
  const { comments } = await lookAtHearing(ctx, id);
  expect(comments).toEqual([]);
  await sendMinutes(ctx, id, minutesSent.parse({ name: '山田', email: 'yamada@example.jp' }));
  await house.clone.query(
    `INSERT INTO sonae.survey_hearing_comment (org_id, id, hearing_id, kind, text, by, at, reason, peer_id)
     VALUES ($1, $2, $3, 'view', '別の事業者の意見', '南北電力', now(), '', $2), ($1, $4, $3, 'view', '自社の意見', '山田', now(), '', NULL)`,
    [body.id, ctx.newId(), id, ctx.newId()],
  );
  expect((await lookAtMinutes(byLink(ctx, id), id)).comments.map(({ text }) => text)).toEqual(['自社の意見']);
  expect((await lookAtHearing(ctx, id)).comments).toHaveLength(2);
});

test('minutes that come twice at once, or older ones late, leave the newest; of one that fails nothing is kept', async () => {
  const { operator, body } = await two();
  const ref = operator.ctx.newId();
  const take =
    (edition: number, from = body.id) =>
    () =>
      inTransaction(house.system(operator.id), async (tx) => {
        const [kind] = OWN_MINUTES_KINDS;
        const read = kind?.payload.parse({ ref, edition, startsAt: '2026-12-10T05:00:00Z', zone: 'Asia/Tokyo', lines: [], comments: [] }); // biome-ignore format: one line
        const accepted = { payload: read, peer: { id: from, name: '調査機関' }, via: null };
        await kind?.accept(tx, accepted as unknown as Accepted, {
          kinds: {},
          refusing: new Map(),
          via: null,
        });
      });
  await asItWas(house.clone, operator.id, take(2));
  expect(await race(house.clone, [operator.id], take(2), take(2))).toEqual({ won: 2, lost: [] });
  await take(1)();
  expect(await lookAtOwnMinutes(operator.ctx, ref)).toMatchObject({ edition: 2 });
  await expect(take(3, operator.ctx.newId())()).rejects.toMatchObject({ code: 'not-found' });
});
