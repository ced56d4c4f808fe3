import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../../database/transaction.ts';
import { newId } from '../../../../kernel/clock.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { TestHouse } from '../../../../test/house.ts';
import { reviewRoom } from '../../../../test/review-room.ts';
import type { Accepted } from '../../exchange/index.ts';
import { insertAsking } from '../askings/index.ts';
import { consentOn } from '../index.ts';
import { reviewsFor } from '../look-at-reviews.ts';
import { openReview } from '../store.ts';
import { REVIEW_KINDS } from './kinds.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** A review that was asked for by package; what comes of a kind from a peer. */
async function room() {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  const peerId = newId();
  const ref = newId();
  await inTransaction(ctx, async (tx) => {
    await openReview(tx.sql, orgId, { id: ref, caseId, operatorId });
    const question = { id: newId(), reviewId: ref, caseId, edition: 1, hash, name: '東西電力', email: '' };
    const more = { language: 'ja' as const, consentDays: 365, askedAt: ctx.now };
    const until = ctx.now.add({ hours: 24 });
    await insertAsking(tx.sql, orgId, { ...question, ...more, way: 'package', peerId, until }, '');
  });
  const take = (name: string, payload: object, from = peerId) =>
    inTransaction(house.system(orgId), async (tx) => {
      const kind = REVIEW_KINDS.find((each) => each.name === name);
      const read = kind?.payload.parse({ ref, ...payload });
      // Its envelope was looked at before; a kind gets what it says and from whom.
      const accepted = { payload: read, peer: { id: from, name: '東西電力' }, via: null };
      await kind?.accept(tx, accepted as unknown as Accepted, { kinds: {}, refusing: new Map(), via: null });
    });
  const state = async () =>
    (await reading(ctx, (trx) => consentOn(trx, caseId, hash, house.clock.now()))).state;
  return { orgId, ctx, caseId, hash, take, state };
}

test('comments that came twice are said once; consent and withdrawal are taken once, of who was asked alone', async () => {
  const { orgId, ctx, caseId, hash, take, state } = await room();
  const comments = [{ id: newId(), part: 'claim:d1', kind: 'agree', text: '' }];
  const said = () => take('review-comments', { edition: 1, hash, by: '山田', comments });
  await asItWas(house.clone, orgId, said);
  expect(await race(house.clone, [orgId], said, said)).toEqual({ won: 2, lost: [] });
  expect((await reviewsFor(ctx, caseId)).reviews[0]?.comments).toHaveLength(1);
  const consent = (of = hash, from?: string) => take('consent', { edition: 1, hash: of, by: '山田' }, from);
  await expect(consent(hash, newId())).rejects.toMatchObject({ code: 'not-found' });
  await expect(consent('0'.repeat(64))).rejects.toMatchObject({ code: 'conflict' });
  await asItWas(house.clone, orgId, () => consent());
  const give = () => consent();
  expect(await race(house.clone, [orgId], give, give)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await state()).toBe('given');
  const withdraw = () => take('consent-withdrawn', { by: '山田', reason: '' });
  await asItWas(house.clone, orgId, withdraw);
  expect(await race(house.clone, [orgId], withdraw, withdraw)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await state()).toBe('withdrawn');
});

test('a consent that comes when the time to answer is over is none', async () => {
  const { hash, take, state } = await room();
  house.clock.advance({ hours: 25 });
  await expect(take('consent', { edition: 1, hash, by: '山田' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await state()).toBe('none');
});
