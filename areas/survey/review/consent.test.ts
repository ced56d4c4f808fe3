import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { member, pin } from '../../../test/carried-packages.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { askedBy, CONTACTS, handedIn, nextEdition, reviewRoom, TOLD } from '../../../test/review-room.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { answerReviewComment } from './answer-review.ts';
import { askReview, endReview } from './ask-review.ts';
import { commentOnReview } from './comment-by-link.ts';
import { codeOf, sendConsentCode } from './consent-code.ts';
import { endConsent, giveConsent } from './give-consent.ts';
import { consentOn } from './index.ts';
import { reviewsFor } from './look-at-reviews.ts';
import { lookThroughReview } from './look-through.ts';
import { CODE } from './rules.ts';
import { reviewAnswered, reviewAsked, withdrawalTold } from './schema.ts';
import { withdrawByLink, withdrawTold } from './withdraw-consent.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T01:00:00Z') });
});
afterAll(() => house.close());

/** The same caller, at the time it is now. */
const now = (ctx: Context): Context => ({ ...ctx, now: house.clock.now() });
const stateOn = async (ctx: Context, caseId: string, hash: string) =>
  (await reading(now(ctx), (trx) => consentOn(trx, caseId, hash, house.clock.now()))).state;
const codeSent = async (orgId: string): Promise<string> => {
  const [row] = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_consent_code WHERE org_id = $1 ORDER BY sent_at DESC, id DESC LIMIT 1',
    [orgId],
  );
  return codeOf(house.assembly.house.instance, row?.id ?? '');
};
const wrong = (code: string): string =>
  String((Number(code) + 1) % 10 ** CODE.digits).padStart(CODE.digits, '0');

/** Consents by a code to the second mailbox. */
async function consent(operator: Context, askingId: string, hash: string) {
  await sendConsentCode(now(operator), askingId, { route: 'email-1', seen: hash });
  const code = await codeSent(operator.orgId);
  return giveConsent(now(operator), askingId, { code, by: '山田', seen: hash });
}

test('consent is over the hash, by a code of another route; a changed comma, label or alt text is not consented to', async () => {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  expect(await stateOn(ctx, caseId, hash)).toBe('none');
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId);
  const send = (route = 'email-1') => sendConsentCode(now(operator), askingId, { route, seen: hash });
  await commentOnReview(operator, askingId, handedIn(hash, { part: 'title', kind: 'withhold' }));
  await expect(send()).rejects.toMatchObject({ code: 'conflict' });
  const [open] = (await reviewsFor(ctx, caseId)).reviews[0]?.comments ?? [];
  await answerReviewComment(ctx, open?.id ?? '', reviewAnswered.parse({ answer: 'notDone', text: '必要' }));
  // The mailbox of the link is no other route, and neither is one that is not set up.
  for (const route of ['email-0', 'sms-0', 'email-9'])
    await expect(send(route)).rejects.toMatchObject({ details: { fields: [{ field: 'route' }] } });
  expect((await lookThroughReview(operator, askingId)).routes).toEqual([
    { id: 'email-1', channel: 'email', masked: 's…@example.jp' },
  ]);
  await asItWas(house.clone, orgId, send);
  expect(
    await race(
      house.clone,
      [orgId],
      () => send(),
      () => send(),
    ),
  ).toEqual({ won: 1, lost: ['too-many'] });
  const code = await codeSent(orgId);
  const give =
    (typed = code, seen = hash) =>
    () =>
      giveConsent(now(operator), askingId, { code: typed, by: '山田', seen });
  await expect(give(code, '0'.repeat(64))()).rejects.toMatchObject({ code: 'conflict' });
  await asItWas(house.clone, orgId, give());
  expect(await race(house.clone, [orgId], give(), give())).toEqual({ won: 1, lost: ['invalid'] });
  expect(await stateOn(ctx, caseId, hash)).toBe('given');
  await expect(give()()).rejects.toMatchObject({ code: 'invalid' });

  const label = structuredClone(TOLD) as { figure: { boxes: { labels: { text: { ja: string } }[] }[] } };
  const text = label.figure.boxes[0]?.labels[0]?.text;
  if (text) text.ja = '応答なし';
  const changes: CaseDocument[] = [
    {
      ...TOLD,
      summary: [{ ja: '中継の機器が応答せず拠点の機器が停止した。', en: TOLD.summary[0]?.en ?? '' }],
    },
    label as unknown as CaseDocument,
    {
      ...TOLD,
      summary: [{ ja: TOLD.summary[0]?.ja ?? '', en: 'Relays did not answer so devices at sites stopped.' }],
    },
  ];
  for (const [i, document] of changes.entries()) {
    const { hash: changed } = await nextEdition(ctx, caseId, i + 1, document);
    expect(await stateOn(ctx, caseId, changed)).toBe('none');
  }
  // What was consented to is still consented to, and the next question asks for the changed part alone.
  expect(await stateOn(ctx, caseId, hash)).toBe('given');
  const again = await askedBy(house, ctx, caseId, operatorId);
  const { parts } = await lookThroughReview(again.operator, again.askingId);
  expect(parts.filter(({ asked }) => asked).map(({ id }) => id)).toEqual(['summary:0']);
});

test('a code is good once, for a quarter of an hour, for five tries, and for its own question', async () => {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId);
  const send = () => sendConsentCode(now(operator), askingId, { route: 'email-1', seen: hash });
  const give = (code: string) => giveConsent(now(operator), askingId, { code, by: '山田', seen: hash });
  const refused = (code: string, words: RegExp) =>
    expect(give(code)).rejects.toMatchObject({
      details: { fields: [{ field: 'code', mend: { en: expect.stringMatching(words) } }] },
    });
  await refused('12345678', /no longer works/);
  await send();
  const first = await codeSent(orgId);
  for (let tries = 0; tries < CODE.tries; tries += 1) await refused(wrong(first), /not right/);
  await refused(first, /too often/);
  await expect(send()).rejects.toMatchObject({ code: 'too-many' });
  house.clock.advance({ minutes: 2 });
  await send();
  const second = await codeSent(orgId);
  expect(second).not.toBe(first);
  await refused(first, /not right/);
  house.clock.advance({ minutes: CODE.minutes });
  await refused(second, /no longer works/);
  await send();
  const third = await codeSent(orgId);
  // A question asked anew is another: what was sent for the one before opens nothing there.
  const again = await askedBy(house, now(ctx), caseId, operatorId);
  await expect(
    giveConsent(now(again.operator), again.askingId, { code: third, by: '山田', seen: hash }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await expect(give(third)).rejects.toMatchObject({ code: 'gone' });
  expect(await stateOn(ctx, caseId, hash)).toBe('asked');
  const rows = await house.clone.query<{ row: string }>(
    `SELECT c::text AS row FROM sonae.survey_consent_code c WHERE org_id = $1 UNION ALL
     SELECT m::text FROM sonae.message m WHERE org_id = $1 UNION ALL SELECT l::text FROM sonae.ledger l WHERE org_id = $1`,
    [orgId],
  );
  // A code stands nowhere.
  for (const code of [first, second, third]) expect(rows.map(({ row }) => row).join()).not.toContain(code);
});

test('with one route alone no consent can be given, and the desk is told so', async () => {
  const { ctx, caseId, operatorId, hash } = await reviewRoom(house, [CONTACTS[1] ?? {}]);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId, { email: 'sato@example.jp' });
  await expect(sendConsentCode(operator, askingId, { route: 'email-0', seen: hash })).rejects.toMatchObject({
    code: 'conflict',
    details: { detail: { en: expect.stringMatching(/No contact other/) } },
  });
  expect((await reviewsFor(ctx, caseId)).reviews).toMatchObject([{ otherRoute: false }]);
});

test('a consent ends on its date, and is asked for anew', async () => {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId, { consentDays: 30, days: 60 });
  await consent(operator, askingId, hash);
  house.clock.advance({ hours: 30 * 24 - 1 });
  expect(await stateOn(ctx, caseId, hash)).toBe('given');
  house.clock.advance({ hours: 1 });
  expect(await stateOn(ctx, caseId, hash)).toBe('expired');
  const [row] = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_consent WHERE org_id = $1',
    [orgId],
  );
  await inTransaction(now(house.system(orgId)), (tx) => endConsent(tx, { consentId: row?.id ?? '' }));
  const told = await house.clone.query(
    `SELECT FROM sonae.ledger WHERE org_id = $1 AND kind = 'survey.consent-expired'`,
    [orgId],
  );
  expect(told).toHaveLength(1);
  expect((await reviewsFor(now(ctx), caseId)).reviews).toMatchObject([{ standing: 'expired' }]);
  await consent(operator, askingId, hash);
  expect(await stateOn(ctx, caseId, hash)).toBe('given');
});

test('a consent is withdrawn by the link or on the word of the operator; it stays as a tombstone', async () => {
  const { orgId, ctx, caseId, operatorId, hash, responder } = await reviewRoom(house);
  const { askingId, operator, reviewId } = await askedBy(house, ctx, caseId, operatorId);
  const withdraw = () => withdrawByLink(now(operator), askingId, { by: '山田', reason: '状況が変わった' });
  await expect(withdraw()).rejects.toMatchObject({ code: 'conflict' });
  await consent(operator, askingId, hash);
  // The question is long over; what was consented to can still be withdrawn.
  house.clock.advance({ hours: 100 * 24 });
  await expect(
    commentOnReview(now(operator), askingId, handedIn(hash, { part: 'title', kind: 'agree' })),
  ).rejects.toMatchObject({ code: 'gone' });
  await asItWas(house.clone, orgId, withdraw);
  expect(await race(house.clone, [orgId], withdraw, withdraw)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await stateOn(ctx, caseId, hash)).toBe('withdrawn');
  const [review] = (await reviewsFor(now(ctx), caseId)).reviews;
  expect(review).toMatchObject({
    standing: 'withdrawn',
    consents: [{ hash, withdrawnBy: '山田', withdrawnWhy: '状況が変わった' }],
  });
  await expect(house.clone.query(`SET ROLE sonae_app; DELETE FROM sonae.survey_consent`)).rejects.toThrow(
    'permission denied',
  );
  await expect(
    house.clone.query(`SET ROLE sonae_app; UPDATE sonae.survey_consent SET hash = ''`),
  ).rejects.toThrow('permission denied');

  const again = await askedBy(house, now(ctx), caseId, operatorId);
  // Nothing is agreed to any more.
  expect(
    (await lookThroughReview(now(again.operator), again.askingId)).parts.every(({ asked }) => asked),
  ).toBe(true);
  await consent(again.operator, again.askingId, hash);
  const told =
    (source = '電話（6月20日、山田部長）') =>
    () =>
      withdrawTold(now(ctx), reviewId, withdrawalTold.parse({ by: '山田', source }));
  await expect(
    withdrawTold(responder, reviewId, { by: '山田', reason: '', source: '電話' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  expect(() => told('')()).toThrow();
  await asItWas(house.clone, orgId, told());
  await told()();
  await expect(told()()).rejects.toMatchObject({ code: 'conflict' });
  expect(await stateOn(ctx, caseId, hash)).toBe('withdrawn');
});

test('whoever consented by a link can withdraw by it, though the question was ended or asked by a package since', async () => {
  const { orgId, ctx, caseId, operatorId, hash } = await reviewRoom(house);
  const peer = await member(house, await house.organisation('東西電力株式会社'));
  await pin(await member(house, orgId), peer);
  await house.clone.query('UPDATE sonae.survey_report SET peer_id = $2, peer_ref = id WHERE org_id = $1', [
    orgId,
    peer.id,
  ]);
  const endings = [
    (reviewId: string) => endReview(now(ctx), reviewId),
    () => askReview(now(ctx), caseId, reviewAsked.parse({ operatorId, peerId: peer.id, email: '' })),
    () => askedBy(house, now(ctx), caseId, operatorId, { email: 'sato@example.jp' }),
  ];
  for (const end of endings) {
    const { askingId, operator, reviewId } = await askedBy(house, now(ctx), caseId, operatorId, {
      consentDays: 90,
    });
    await consent(operator, askingId, hash);
    await end(reviewId);
    house.clock.advance({ hours: 80 * 24 });
    expect(await lookThroughReview(now(operator), askingId)).toMatchObject({
      over: true,
      standing: [{ hash }],
    });
    const answer = handedIn(hash, { part: 'title', kind: 'agree' });
    await expect(commentOnReview(now(operator), askingId, answer)).rejects.toMatchObject({ code: 'gone' });
    await withdrawByLink(now(operator), askingId, { by: '山田', reason: '' });
    expect(await stateOn(ctx, caseId, hash)).toBe('withdrawn');
    // With nothing left to withdraw it leads nowhere, once the question has ended.
    await endReview(now(ctx), reviewId);
    await expect(lookThroughReview(now(operator), askingId)).rejects.toMatchObject({ code: 'gone' });
  }
});

test('every operator a case tells of has to consent', async () => {
  const { orgId, ctx, caseId, operatorId, eventId, hash } = await reviewRoom(house);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId);
  await consent(operator, askingId, hash);
  expect(await stateOn(ctx, caseId, hash)).toBe('given');
  const second = newId();
  await house.clone.query(
    `INSERT INTO sonae.survey_operator SELECT org_id, $2, version, '南北電力', sector, designated, way, via, contacts, note, verified_at, verified_how, verified_by, ended_at, changed_at
       FROM sonae.survey_operator WHERE org_id = $1 LIMIT 1`,
    [orgId, second],
  );
  await house.clone.query(
    `UPDATE sonae.survey_report SET operator_id = $2 WHERE org_id = $1 AND event_id = $3`,
    [orgId, second, eventId],
  );
  expect(await stateOn(ctx, caseId, hash)).toBe('none');
});

test('a report that nobody matched, or that was withdrawn since, still wants somebody to consent', async () => {
  const { orgId, ctx, caseId, operatorId, eventId, hash } = await reviewRoom(house);
  const { askingId, operator } = await askedBy(house, ctx, caseId, operatorId);
  await consent(operator, askingId, hash);
  expect(await stateOn(ctx, caseId, hash)).toBe('given');
  const supplement = newId();
  await house.clone.query(
    `INSERT INTO sonae.survey_report (org_id, id, number, state, door, operator_id, operator_name, title, sector, event_type, causes, reached, version, stage, verdict, submitted_at, latest_at, event_id, place, draft_seen, withdrawn_reason, folded)
       SELECT org_id, $2, number + 500, 'received', 'package', NULL, '南北電力', title, sector, event_type, causes, reached, 1, 'first', 'inReview', submitted_at, latest_at, event_id, 'supplement', 0, '', ''
       FROM sonae.survey_report WHERE org_id = $1 AND event_id = $3 LIMIT 1`,
    [orgId, supplement, eventId],
  );
  expect(await stateOn(ctx, caseId, hash)).toBe('none');
  const other = newId();
  await house.clone.query(
    `INSERT INTO sonae.survey_operator SELECT org_id, $2, version, '南北電力', sector, designated, way, via, contacts, note, verified_at, verified_how, verified_by, ended_at, changed_at
       FROM sonae.survey_operator WHERE org_id = $1 LIMIT 1`,
    [orgId, other],
  );
  const ask = () =>
    askReview(ctx, caseId, reviewAsked.parse({ operatorId: other, email: 'yamada@example.jp' }));
  await expect(ask()).rejects.toMatchObject({ details: { fields: [{ field: 'operatorId' }] } });
  await house.clone.query(
    `UPDATE sonae.survey_report SET operator_id = $2, state = 'withdrawn' WHERE id = $1`,
    [supplement, other],
  );
  expect(await stateOn(ctx, caseId, hash)).toBe('none');
  await ask();
  expect(await stateOn(ctx, caseId, hash)).toBe('asked');
});
