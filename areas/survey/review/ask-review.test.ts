import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { askedBy, byLink, reviewRoom, TOLD } from '../../../test/review-room.ts';
import { renderedParts } from '../anonymise/index.ts';
import { askReview, endReview, remindReview } from './ask-review.ts';
import { reviewsFor } from './look-at-reviews.ts';
import { lookThroughReview } from './look-through.ts';
import { shownParts } from './parts/rules.ts';
import { remindSilent } from './remind-silent.ts';
import { reviewAsked } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T01:00:00Z') });
});
afterAll(() => house.close());

/** The same caller, at the time it is now. */
const now = (ctx: Context): Context => ({ ...ctx, now: house.clock.now() });

test('parts are shown by the names their hashes have, each with words in both languages', () => {
  const shown = shownParts(TOLD);
  expect(shown.map(({ id }) => id)).toEqual(renderedParts(TOLD).map(({ id }) => id));
  for (const { words } of shown) for (const text of Object.values(words)) expect(text).not.toBe('');
});

test('an operator is asked at an address of the register, by a link that ends the one before', async () => {
  const { orgId, ctx, caseId, operatorId, responder } = await reviewRoom(house);
  const asked = (more: object = {}) => reviewAsked.parse({ operatorId, email: 'yamada@example.jp', ...more });
  await expect(askReview(responder, caseId, asked())).rejects.toMatchObject({ code: 'forbidden' });
  for (const [more, field] of [
    [{ email: 'else@example.jp' }, 'email'],
    [{ email: '' }, 'email'],
    [{ operatorId: newId() }, 'operatorId'],
  ] as const)
    await expect(askReview(ctx, caseId, asked(more))).rejects.toMatchObject({
      details: { fields: [{ field }] },
    });
  await expect(askReview(ctx, newId(), asked())).rejects.toMatchObject({ code: 'conflict' });
  const ask = () => askReview(ctx, caseId, asked());
  await asItWas(house.clone, orgId, ask);
  expect(await race(house.clone, [orgId], ask, ask)).toEqual({ won: 2, lost: [] });
  const { reviews, operators } = await reviewsFor(ctx, caseId);
  expect(reviews).toMatchObject([{ standing: 'asked', otherRoute: true, askings: [{ endedAt: null }, {}] }]);
  expect(reviews[0]?.askings.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  expect(operators).toMatchObject([{ id: operatorId, reported: true }]);
  const [open, ended] = reviews[0]?.askings ?? [];
  expect((await lookThroughReview(byLink(ctx, open?.id ?? ''), open?.id ?? '')).asking.edition).toBe(1);
  await expect(lookThroughReview(byLink(ctx, ended?.id ?? ''), ended?.id ?? '')).rejects.toMatchObject({
    code: 'gone',
  });
  // Another organisation knows neither the case nor the link.
  const other = await reviewRoom(house);
  await expect(reviewsFor(other.ctx, caseId)).rejects.toMatchObject({ code: 'not-found' });
  const id = open?.id ?? '';
  await expect(lookThroughReview(byLink(other.ctx, id), id)).rejects.toMatchObject({ code: 'gone' });
  const end = () => endReview(ctx, reviews[0]?.id ?? '');
  await expect(endReview(other.ctx, reviews[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  await asItWas(house.clone, orgId, end);
  await end();
  await expect(lookThroughReview(byLink(ctx, id), id)).rejects.toMatchObject({ code: 'gone' });
});

test('an operator is reminded once a day, while its link is open', async () => {
  const { orgId, ctx, caseId, operatorId } = await reviewRoom(house);
  const { reviewId } = await askedBy(house, ctx, caseId, operatorId);
  const remind = () => remindReview(now(ctx), reviewId);
  await expect(remind()).rejects.toMatchObject({ code: 'conflict' });
  house.clock.advance({ hours: 25 });
  await asItWas(house.clone, orgId, remind);
  expect(await race(house.clone, [orgId], remind, remind)).toEqual({ won: 1, lost: ['conflict'] });
  house.clock.advance({ hours: 30 * 24 });
  await expect(remind()).rejects.toMatchObject({ code: 'conflict' });
});

test('whoever said nothing is reminded by itself; whoever did, or is asked no more, is not', async () => {
  const { orgId, ctx, caseId, operatorId } = await reviewRoom(house);
  const { askingId, reviewId } = await askedBy(house, now(ctx), caseId, operatorId);
  const remind = () => inTransaction(now(house.system(orgId)), (tx) => remindSilent(tx, { askingId }));
  const reminders = async () =>
    (
      await house.clone.query(
        `SELECT FROM sonae.ledger WHERE org_id = $1 AND kind = 'survey.review-reminded'`,
        [orgId],
      )
    ).length;
  await asItWas(house.clone, orgId, remind);
  await remind();
  expect(await reminders()).toBe(1);
  await endReview(ctx, reviewId);
  await remind();
  expect(await reminders()).toBe(1);
});
