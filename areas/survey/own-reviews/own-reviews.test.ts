import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import {
  carry as carried,
  member,
  waiting as packages,
  pin,
  type Side,
} from '../../../test/carried-packages.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { nextEdition, reviewRoom, TOLD } from '../../../test/review-room.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { hashOfEdition } from '../anonymise/index.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import type { Accepted } from '../exchange/index.ts';
import { receivePackage } from '../exchange/receive-package.ts';
import { KINDS } from '../kinds.ts';
import { answerReviewComment } from '../review/answer-review.ts';
import { askReview } from '../review/ask-review.ts';
import { askingsOf } from '../review/askings/index.ts';
import { consentWithin } from '../review/give-consent.ts';
import { consentOn } from '../review/index.ts';
import { reviewsFor } from '../review/look-at-reviews.ts';
import { reviewAnswered, reviewAsked } from '../review/schema.ts';
import { commentOwnReview, sendConsent, takeBackConsent } from './answer-own-review.ts';
import { OWN_REVIEW_KINDS } from './kinds.ts';
import { lookAtOwnReview, ownReviewsFor } from './look-at-own-reviews.ts';
import { ownReviewSaid } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T01:00:00Z') });
});
afterAll(() => house.close());

/** A body whose case tells of an operator, and that operator in a Sonae of its own. */
async function two() {
  const at = await reviewRoom(house);
  const body = await member(house, at.orgId);
  const operator = await member(house, await house.organisation('東西電力株式会社'));
  await pin(body, operator);
  await pin(operator, body);
  await house.clone.query('UPDATE sonae.survey_report SET peer_id = $2, peer_ref = id WHERE org_id = $1', [
    body.id,
    operator.id,
  ]);
  return { ...at, body, operator };
}
const waiting = (from: Side, to: Side) => packages(house, from, to);
const carry = (from: Side, to: Side, times = 1) => carried(house, from, to, times);
const asked = (operatorId: string, peerId: string | null, email = '') =>
  reviewAsked.parse({ operatorId, peerId, email });
const stateOn = async ({ ctx }: Side, caseId: string, hash: string) =>
  (await reading(ctx, (trx) => consentOn(trx, caseId, hash, house.clock.now()))).state;
const said = (seen: string, ...comments: object[]) => ownReviewSaid.parse({ comments, seen });
const linesOf = ({ id }: Side) =>
  house.clone.query<{ kind: string; row: string }>(
    `SELECT kind, l::text AS row FROM sonae.ledger l WHERE org_id = $1 AND kind ~ '^(survey[.](review|consent)|own-report)' ORDER BY seq`,
    [id],
  );

test('pages, comments, answers, consent and withdrawal pass as packages alone, each step on both ledgers', async () => {
  const { ctx, caseId, operatorId, hash, body, operator } = await two();
  const ask = () => askReview(ctx, caseId, asked(operatorId, operator.id));
  // Nobody else is shown the pages, and one way is asked by at a time.
  const stranger = await member(house, await house.organisation('別の電力'));
  await pin(body, stranger);
  for (const wrong of [asked(operatorId, stranger.id), asked(operatorId, operator.id, 'yamada@example.jp')])
    await expect(askReview(ctx, caseId, wrong)).rejects.toMatchObject({
      details: { fields: [{ field: 'peerId' }] },
    });
  await asItWas(house.clone, body.id, ask);
  await ask();
  await carry(body, operator, 2);
  const [summary] = await ownReviewsFor(operator.ctx);
  expect(summary).toMatchObject({
    edition: 1,
    standing: 'asked',
    peer: '調査機関',
    title: { ja: TOLD.title.ja },
  });
  const id = summary?.id ?? '';
  const comment = { part: 'claim:d1', kind: 'correct', text: '検知は利用者' };
  const say = () => commentOwnReview(operator.ctx, id, said(hash, comment, { part: 'title', kind: 'agree' }));
  await expect(commentOwnReview(operator.ctx, id, said('0'.repeat(64), comment))).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(
    commentOwnReview(operator.ctx, id, said(hash, { part: 'zz', kind: 'agree' })),
  ).rejects.toMatchObject({ code: 'invalid' });
  await asItWas(house.clone, operator.id, say);
  await say();
  const consent = () => sendConsent(operator.ctx, id, hash);
  await expect(consent()).rejects.toMatchObject({ code: 'conflict' });
  await carry(operator, body, 2);
  const [review] = (await reviewsFor(ctx, caseId)).reviews;
  expect(review).toMatchObject({ standing: 'toAnswer', otherRoute: true });
  expect(review?.comments).toHaveLength(2);
  const open = review?.comments.find(({ kind }) => kind === 'correct')?.id ?? '';
  await answerReviewComment(ctx, open, reviewAnswered.parse({ answer: 'notDone', text: '記録では監視' }));
  await carry(body, operator, 2);
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({
    open: 0,
    comments: expect.arrayContaining([
      expect.objectContaining({
        part: 'claim:d1',
        answer: 'notDone',
        answerText: '記録では監視',
        outcome: 'taken',
      }),
    ]),
  });

  const key = { ...operator.ctx, actor: { ...operator.ctx.actor, kind: 'key' as const } };
  await expect(sendConsent(key, id, hash)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, operator.id, consent);
  expect(await race(house.clone, [operator.id], consent, consent)).toEqual({ won: 1, lost: ['conflict'] });
  // On its way it is no consent at the other side yet.
  expect(await stateOn(body, caseId, hash)).toBe('asked');
  await carry(operator, body, 2);
  expect(await stateOn(body, caseId, hash)).toBe('given');
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({
    standing: 'given',
    consents: [{ outcome: 'taken' }],
  });
  const withdraw = () => takeBackConsent(operator.ctx, id, '状況が変わった');
  await asItWas(house.clone, operator.id, withdraw);
  await withdraw();
  await expect(withdraw()).rejects.toMatchObject({ code: 'conflict' });
  await carry(operator, body, 2);
  expect(await stateOn(body, caseId, hash)).toBe('withdrawn');
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({
    standing: 'withdrawn',
    consents: [{ withdrawalOutcome: 'taken' }],
  });

  const kinds = (lines: { kind: string }[]) =>
    lines.map(({ kind }) => kind).filter((kind) => !kind.includes('settled'));
  expect(kinds(await linesOf(body))).toEqual(['survey.review-asked', 'survey.review-commented', 'survey.review-answered', 'survey.consent-given', 'survey.consent-withdrawn']); // biome-ignore format: one line
  expect(kinds(await linesOf(operator))).toEqual(['own-report.review-received', 'own-report.review-commented', 'own-report.review-answered', 'own-report.consent-sent', 'own-report.consent-taken-back']); // biome-ignore format: one line
});

test('pages and answers that come twice at once are taken once, and nothing of one that fails is kept', async () => {
  const { hash, operator, body } = await two();
  const ref = operator.ctx.newId();
  const take = (name: string, payload: object) => () =>
    inTransaction(house.system(operator.id), async (tx) => {
      const kind = OWN_REVIEW_KINDS.find((each) => each.name === name);
      const read = kind?.payload.parse({ ref, ...payload });
      const accepted = { payload: read, peer: { id: body.id, name: '調査機関' }, via: null };
      await kind?.accept(tx, accepted as unknown as Accepted, { kinds: {}, refusing: new Map(), via: null });
    });
  const pages = { edition: 1, hash, document: TOLD, until: '2027-01-01T00:00:00Z', consentDays: 30 };
  const asked = take('review-asked', pages);
  await asItWas(house.clone, operator.id, asked);
  expect(await race(house.clone, [operator.id], asked, asked)).toEqual({ won: 2, lost: [] });
  const [summary] = await ownReviewsFor(operator.ctx);
  expect(summary).toMatchObject({ id: ref, edition: 1 });
  await commentOwnReview(operator.ctx, ref, said(hash, { part: 'title', kind: 'withhold' }));
  const commentId = (await lookAtOwnReview(operator.ctx, ref)).comments[0]?.id;
  const answer = { commentId, answer: 'notDone', text: '必要', edition: null };
  const answered = take('review-answers', { answers: [answer] });
  await asItWas(house.clone, operator.id, answered);
  expect(await race(house.clone, [operator.id], answered, answered)).toEqual({ won: 2, lost: [] });
  const told = (await linesOf(operator)).filter(({ kind }) => kind === 'own-report.review-answered');
  expect(told).toHaveLength(1);
});

test('an edition is asked about again after its time, with new terms; other pages under its number are refused', async () => {
  const { ctx, caseId, operatorId, hash, body, operator } = await two();
  const ask = (days: number, consentDays: number) =>
    askReview({ ...ctx, now: house.clock.now() }, caseId, {
      ...asked(operatorId, operator.id),
      days,
      consentDays,
    });
  const own = () => ({ ...operator.ctx, now: house.clock.now() });
  const { reviewId: id } = await ask(2, 10);
  await carry(body, operator, 2);
  await sendConsent(own(), id, hash);
  await carry(operator, body, 2);
  const [first] = (await lookAtOwnReview(own(), id)).consents;
  house.clock.advance({ hours: 11 * 24 });
  await expect(sendConsent(own(), id, hash)).rejects.toMatchObject({ code: 'conflict' });
  const { askedAt } = await lookAtOwnReview(own(), id);
  await ask(5, 40);
  await carry(body, operator, 2);
  const again = await lookAtOwnReview(own(), id);
  // What was consented to before ends when it was to end.
  expect(again).toMatchObject({ consentDays: 40, consents: [first] });
  expect(again.askedAt > askedAt).toBe(true);
  await sendConsent(own(), id, hash);
  await carry(operator, body, 2);
  expect(await lookAtOwnReview(own(), id)).toMatchObject({ standing: 'given' });
  const document: CaseDocument = { ...TOLD, title: { ja: '別の題', en: 'Another' } };
  const pages = { ref: id, edition: 1, hash: hashOfEdition(document), document, until: '2027-01-01T00:00:00Z', consentDays: 30 }; // biome-ignore format: one line
  await inTransaction({ ...body.ctx, now: house.clock.now() }, (tx) =>
    sendPackageWithin(tx, { peerId: operator.id, kind: 'review-asked', payload: pages }),
  );
  await carry(body, operator, 2);
  expect(await lookAtOwnReview(own(), id)).toMatchObject({ hash, consentDays: 40 });
  const [refused] = await house.clone.query<{ outcome: string }>(
    `SELECT outcome FROM sonae.survey_received WHERE org_id = $1 AND kind = 'review-asked' ORDER BY number DESC LIMIT 1`,
    [operator.id],
  );
  expect(refused).toEqual({ outcome: 'refused' });
});

test('a consent that was given by a link is withdrawn by a package, too, and nothing is where there is none', async () => {
  const { ctx, caseId, operatorId, hash, body, operator } = await two();
  const { reviewId: id } = await askReview(ctx, caseId, asked(operatorId, operator.id));
  await carry(body, operator);
  await inTransaction(ctx, async (tx) => {
    const [asking] = await askingsOf(tx.sql, id);
    if (asking) await consentWithin(tx, asking, '山田', 'email');
  });
  expect(await stateOn(body, caseId, hash)).toBe('given');
  const withdraw = () => takeBackConsent(operator.ctx, id, '');
  await asItWas(house.clone, operator.id, withdraw);
  expect(await race(house.clone, [operator.id], withdraw, withdraw)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({ withdrawal: { outcome: null } });
  await carry(operator, body);
  expect(await stateOn(body, caseId, hash)).toBe('withdrawn');
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({
    withdrawal: { outcome: 'taken', reason: '' },
  });
  await withdraw();
  await carry(operator, body);
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({
    withdrawal: { outcome: 'refused', reason: expect.stringContaining('no consent') },
  });
});

test('what passes tells nothing of how the edition came to be, nor of anybody else', async () => {
  const { ctx, caseId, operatorId, body, operator } = await two();
  const sourced: CaseDocument = {
    ...TOLD,
    sections: {
      ...TOLD.sections,
      background: [{ ...(TOLD.sections.background[0] as (typeof TOLD.sections.background)[0]), source: '山田の証言', text: { ja: '中継の機器が拠点を結んでいた。', en: 'Relays connected the sites.' } }], // biome-ignore format: one line
    },
    questions: [{ ja: '誰が決めたか', en: 'Who decided?' }],
  };
  await nextEdition(ctx, caseId, 1, sourced);
  await askReview(ctx, caseId, asked(operatorId, operator.id));
  const [sent] = await waiting(body, operator);
  const text = sent?.content.toString() ?? '';
  expect(text).toContain('中継の機器が拠点を結んでいた。');
  for (const secret of [
    '山田',
    '誰が決めたか',
    'sealed',
    'labels"":',
    'rater',
    caseId,
    operatorId,
    '東西電力","',
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});

test('out of order and tampered packages are refused; after days apart all of it catches up', async () => {
  const { ctx, caseId, operatorId, hash, body, operator } = await two();
  const ask = () => askReview(ctx, caseId, asked(operatorId, operator.id));
  await ask();
  const second = await nextEdition(ctx, caseId, 1, {
    ...TOLD,
    title: { ja: '拠点の停止', en: 'Sites stopped' },
  });
  await ask();
  const [one, two_] = await waiting(body, operator);
  const receive = (content: Buffer) => receivePackage(house.system(operator.id), KINDS, content, 'file');
  await expect(receive(two_?.content ?? Buffer.alloc(0))).rejects.toMatchObject({ reason: 'missing' });
  const changed = Buffer.from(
    (one?.content.toString() ?? '').replace('拠点の機器が停止した', '拠点の機器が停止し、'),
  );
  await expect(receive(changed)).rejects.toMatchObject({ reason: 'tampered' });
  expect(await ownReviewsFor(operator.ctx)).toEqual([]);
  await carry(body, operator);
  const [summary] = await ownReviewsFor(operator.ctx);
  const id = summary?.id ?? '';
  expect(summary).toMatchObject({ edition: 2 });
  // The first is answered no more, and the second is what is read.
  await expect(sendConsent(operator.ctx, id, hash)).rejects.toMatchObject({ code: 'conflict' });
  await sendConsent(operator.ctx, id, second.hash);
  // While it is carried a third edition is made: what was consented to is not what would be published.
  await nextEdition(ctx, caseId, 2, { ...TOLD, title: { ja: '拠点が止まった', en: 'Sites stopped again' } });
  house.clock.advance({ hours: 5 * 24 });
  await carry(operator, body);
  expect(await lookAtOwnReview(operator.ctx, id)).toMatchObject({
    standing: 'asked',
    consents: [{ outcome: 'refused' }],
  });
  expect(await stateOn(body, caseId, second.hash)).not.toBe('given');
  await ask();
  await carry(body, operator);
  const third = await lookAtOwnReview(operator.ctx, id);
  await sendConsent(operator.ctx, id, third.hash);
  await carry(operator, body);
  expect(await stateOn(body, caseId, third.hash)).toBe('given');
});

test('nobody but who was asked says anything in a review, and pages that are not their hash are refused', async () => {
  const { ctx, caseId, operatorId, hash, body, operator } = await two();
  const { reviewId } = await askReview(ctx, caseId, asked(operatorId, operator.id));
  await carry(body, operator);
  const stranger = await member(house, await house.organisation('別の電力'));
  await pin(body, stranger);
  await pin(stranger, body);
  const send = (from: Side, to: Side, kind: string, payload: Record<string, unknown>) =>
    inTransaction(from.ctx, (tx) => sendPackageWithin(tx, { peerId: to.id, kind, payload }));
  const ours = { ref: reviewId, edition: 1, hash, by: '誰か' };
  await send(stranger, body, 'consent', ours);
  await send(stranger, body, 'consent-withdrawn', { ref: reviewId, by: '誰か', reason: '' });
  await send(stranger, body, 'review-comments', {
    ...ours,
    comments: [{ id: ctx.newId(), part: 'title', kind: 'withhold', text: '' }],
  });
  await carry(stranger, body);
  expect(await stateOn(body, caseId, hash)).toBe('asked');
  expect((await reviewsFor(ctx, caseId)).reviews[0]?.comments).toEqual([]);
  // Another body asks under the same reference, and with pages that are not what their hash says.
  await pin(operator, stranger);
  await pin(stranger, operator);
  const pages = {
    ref: reviewId,
    edition: 9,
    hash,
    document: TOLD,
    until: '2027-01-01T00:00:00Z',
    consentDays: 30,
  };
  await send(stranger, operator, 'review-asked', pages);
  await send(stranger, operator, 'review-asked', { ...pages, ref: ctx.newId(), hash: '0'.repeat(64) });
  await send(stranger, operator, 'review-answers', {
    ref: reviewId,
    answers: [{ commentId: ctx.newId(), answer: 'notDone', text: '', edition: null }],
  });
  await carry(stranger, operator);
  expect(await ownReviewsFor(operator.ctx)).toMatchObject([{ id: reviewId, edition: 1 }]);
  const refused = await house.clone.query(
    `SELECT FROM sonae.survey_received WHERE peer_id = $1 AND outcome = 'refused'`,
    [stranger.id],
  );
  expect(refused).toHaveLength(6);
  const responder = house.as(operator.id, await house.person(operator.id, ['responder']), ['responder']);
  await expect(ownReviewsFor(responder)).rejects.toMatchObject({ code: 'forbidden' });
});
