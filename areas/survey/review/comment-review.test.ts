import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { askedBy, handedIn, nextEdition, reviewRoom, TOLD } from '../../../test/review-room.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { answerReviewComment } from './answer-review.ts';
import { commentOnReview, keepReviewDraft } from './comment-by-link.ts';
import { reviewsFor } from './look-at-reviews.ts';
import { lookThroughReview } from './look-through.ts';
import { remindSilent } from './remind-silent.ts';
import { reviewAnswered } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T01:00:00Z') });
});
afterAll(() => house.close());

test('what was typed is kept; what is handed in stands as it was said, each part once', async () => {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId);
  const draft = [{ part: 'claim:b1', kind: '' as const, text: '途中' }];
  const keep = (seen = 0) => keepReviewDraft(operator, askingId, draft, seen);
  await asItWas(house.clone, orgId, keep);
  expect(
    await race(
      house.clone,
      [orgId],
      () => keep(),
      () => keep(),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  expect(await lookThroughReview(operator, askingId)).toMatchObject({ draft, draftSeen: 1 });

  const correct = { part: 'claim:d1', kind: 'correct', text: '検知したのは利用者' };
  for (const [comment, field] of [
    [{ part: 'claim:zz', kind: 'agree' }, 'comments.0.part'],
    [{ part: 'claim:d1', kind: 'correct' }, 'comments.0.text'],
    [{ part: 'claim:d1', kind: 'change', text: '  ' }, 'comments.0.text'],
  ] as const)
    await expect(commentOnReview(operator, askingId, handedIn(hash, comment))).rejects.toMatchObject({
      details: { fields: [{ field }] },
    });
  await expect(commentOnReview(operator, askingId, handedIn(hash, correct, correct))).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(commentOnReview(operator, askingId, handedIn('0'.repeat(64), correct))).rejects.toMatchObject({
    code: 'conflict',
  });
  const send = () =>
    commentOnReview(operator, askingId, handedIn(hash, correct, { part: 'claim:b1', kind: 'agree' }));
  await asItWas(house.clone, orgId, send);
  // Pressed twice it is said once.
  expect(await race(house.clone, [orgId], send, send)).toEqual({ won: 2, lost: [] });
  const look = await lookThroughReview(operator, askingId);
  expect(look.comments).toHaveLength(2);
  expect(look).toMatchObject({ open: 1, draft: [] });
  expect(look.parts.find(({ id }) => id === 'claim:b1')?.asked).toBe(false);
  expect(look.parts.find(({ id }) => id === 'claim:d1')?.asked).toBe(true);
  expect((await reviewsFor(ctx, caseId)).reviews).toMatchObject([{ standing: 'toAnswer' }]);
  // Whoever said something is not reminded.
  await inTransaction(house.system(orgId), (tx) => remindSilent(tx, { askingId }));
  expect((await reviewsFor(ctx, caseId)).reviews[0]?.askings[0]?.remindedAt).toBeNull();
});

test('each comment is answered: done in an edition that shows it, or not done and why', async () => {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId);
  await commentOnReview(
    operator,
    askingId,
    handedIn(
      hash,
      { part: 'claim:d1', kind: 'correct', text: '検知したのは利用者' },
      { part: 'lesson:l1', kind: 'withhold' },
      { part: 'claim:b1', kind: 'agree' },
    ),
  );
  const comments = (await reviewsFor(ctx, caseId)).reviews[0]?.comments ?? [];
  const of = (part: string) => comments.find((each) => each.part === part)?.id ?? '';
  const answer = (id: string, more: object) => () => answerReviewComment(ctx, id, reviewAnswered.parse(more));
  const done = (edition?: number) => answer(of('claim:d1'), { answer: 'done', edition });
  await expect(answer(of('lesson:l1'), { answer: 'notDone' })()).rejects.toMatchObject({
    details: { fields: [{ field: 'text' }] },
  });
  await expect(answer(of('claim:b1'), { answer: 'notDone', text: 'なし' })()).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(answer(newId(), { answer: 'notDone', text: 'なし' })()).rejects.toMatchObject({
    code: 'not-found',
  });
  for (const edition of [undefined, 1, 2])
    await expect(done(edition)()).rejects.toMatchObject({ details: { fields: [{ field: 'edition' }] } });
  // Another claim was changed: what was corrected reads as before.
  const elsewhere: CaseDocument = { ...TOLD, title: { ja: '拠点の停止', en: 'Sites stopped' } };
  await nextEdition(ctx, caseId, 1, elsewhere);
  await expect(done(2)()).rejects.toMatchObject({ details: { fields: [{ field: 'edition' }] } });
  const [d1] = TOLD.sections.detection;
  const mended: CaseDocument = {
    ...elsewhere,
    sections: {
      ...TOLD.sections,
      detection: d1
        ? [{ ...d1, text: { ja: '利用者が停止に気付いた。', en: 'A user noticed the stop.' } }]
        : [],
    },
  };
  await nextEdition(ctx, caseId, 2, mended);
  await asItWas(house.clone, orgId, done(3));
  expect(await race(house.clone, [orgId], done(3), done(3))).toEqual({ won: 1, lost: ['conflict'] });

  // One is open still: nothing can be consented to.
  const again = await askedBy(house, ctx, caseId, operatorId);
  expect(await lookThroughReview(again.operator, again.askingId)).toMatchObject({ open: 1 });
  await answer(of('lesson:l1'), { answer: 'notDone', text: '教訓の中心のため' })();
  const look = await lookThroughReview(again.operator, again.askingId);
  expect(look.comments).toMatchObject(
    [
      { part: 'claim:d1', answer: 'done', answerEdition: 3 },
      { part: 'lesson:l1', answer: 'notDone', answerText: '教訓の中心のため' },
      { part: 'claim:b1', answer: null },
    ].toSorted(
      (a, b) =>
        look.comments.findIndex(({ part }) => part === a.part) -
        look.comments.findIndex(({ part }) => part === b.part),
    ),
  );
  // What was agreed to and reads the same is not asked again.
  expect(look.parts.filter(({ asked }) => !asked).map(({ id }) => id)).toEqual(['claim:b1']);
});
