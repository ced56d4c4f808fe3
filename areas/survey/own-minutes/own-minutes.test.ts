import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { carry, member, pin, type Side, waiting } from '../../../test/carried-packages.ts';
import { heard, surveyed } from '../../../test/hearing-room.ts';
import { TestHouse } from '../../../test/house.ts';
import type { Accepted } from '../exchange/index.ts';
import { answerComment } from '../hearings/confirm-minutes.ts';
import { lookAtHearing } from '../hearings/look-at-hearing.ts';
import { sendMinutesPackage } from '../hearings/packages/send-minutes-package.ts';
import { commentAnswer } from '../hearings/schema.ts';
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
