import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { toldReport, value } from '../../../test/told-report.ts';
import { declareIncident } from '../../respond/lifecycle/declare-incident.ts';
import type { ReportDraft } from '../content/schema.ts';
import { confirmKey } from '../exchange/confirm-key.ts';
import { keepPeer } from '../exchange/keep-peer.ts';
import { makeKey } from '../exchange/make-key.ts';
import { cardOf } from '../exchange/own-card.ts';
import { attachmentFile, readReceived } from '../exchange/read-file.ts';
import { receivePackage } from '../exchange/receive-package.ts';
import { askQuestion, dropQuestion } from '../intake/ask-question.ts';
import { judgeReport, withdrawReport } from '../intake/judge-report.ts';
import { lookAtReport } from '../intake/look-at-report.ts';
import { INTAKE_KINDS } from '../intake/packages/kinds.ts';
import { readingsOf } from '../intake/reading/index.ts';
import { beginOwn, saveOwn } from './begin-own.ts';
import { REPORTING_KINDS, versionSettled } from './kinds.ts';
import { lookAtOwn } from './look-at-own.ts';
import { answerOwn, sendOwn } from './send-own.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const KINDS = Object.fromEntries(
  [...INTAKE_KINDS, ...REPORTING_KINDS].map((kind) => [kind.name, { ...kind, settled: versionSettled }]),
);
const told = (more: ReportDraft = {}) => toldReport({ outline: value('約300台が停止'), ...more });

async function member(name: string) {
  const id = await house.organisation(name);
  const ctx = house.as(id, await house.person(id, ['administrator']), ['administrator']);
  await makeKey(ctx);
  const own = () => reading(ctx, (trx) => cardOf(trx, ctx));
  return { id, ctx, own };
}
type Member = Awaited<ReturnType<typeof member>>;
async function pin(one: Member, other: Member): Promise<void> {
  const { card, fingerprint } = await other.own();
  await keepPeer(one.ctx, { card: card ?? '', allowInner: false, via: null });
  await confirmKey(one.ctx, other.id, fingerprint ?? '');
}
async function two() {
  const [operator, body] = [await member('東西電力'), await member('国の調査室')];
  await pin(operator, body);
  await pin(body, operator);
  return { operator, body };
}

/** Carries what waits from one to the other as files, and the receipts back. */
async function carry(from: Member, to: Member): Promise<void> {
  const system = (orgId: string): Context => house.system(orgId);
  const rows = await house.clone.query<{ content: Buffer }>(
    `SELECT content FROM sonae.survey_sent WHERE org_id = $1 AND peer_id = $2 AND state NOT IN ('receipted', 'refused') ORDER BY number`,
    [from.id, to.id],
  );
  for (const { content } of rows) {
    const { receipt } = await receivePackage(system(to.id), KINDS, content, 'file');
    if (receipt) await receivePackage(system(from.id), KINDS, receipt, 'file');
  }
}

test('first report, question, answer, verdict and final report pass between two organisations as packages alone', async () => {
  const { operator, body } = await two();
  const { id } = await beginOwn(operator.ctx, { incidentId: null, peerId: body.id });
  await saveOwn(operator.ctx, id, { content: told(), peerId: body.id, seen: 0 });
  await sendOwn(operator.ctx, id, { stage: 'first', seen: 1 });
  await carry(operator, body);
  await carry(body, operator);
  expect(await lookAtOwn(operator.ctx, id)).toMatchObject({
    number: 1,
    verdict: 'inReview',
    versions: [{ outcome: 'taken' }],
  });
  const [report] = await house.clone.query<{ id: string }>(
    `SELECT id FROM sonae.survey_report WHERE org_id = $1`,
    [body.id],
  );
  const reportId = report?.id ?? '';
  expect(await lookAtReport(body.ctx, reportId)).toMatchObject({
    door: 'package',
    number: 1,
    content: { outline: value('約300台が停止') },
  });

  const { id: questionId } = await askQuestion(body.ctx, reportId, { field: null, text: '復旧はいつですか' });
  await carry(body, operator);
  await answerOwn(operator.ctx, questionId, { reportId: id, answer: '翌日9時頃' });
  await expect(answerOwn(operator.ctx, questionId, { reportId: id, answer: '二度目' })).rejects.toMatchObject(
    { code: 'conflict' },
  );
  await carry(operator, body);
  expect((await lookAtReport(body.ctx, reportId)).questions).toMatchObject([{ answer: '翌日9時頃' }]);

  await saveOwn(operator.ctx, id, {
    content: told({ measures: value('再試行の間隔を見直す') }),
    peerId: null,
    seen: 1,
  });
  await sendOwn(operator.ctx, id, { stage: 'final', seen: 2 });
  // The next waits for the receipt of the one before.
  await expect(sendOwn(operator.ctx, id, { stage: 'final', seen: 2 })).rejects.toMatchObject({
    code: 'conflict',
  });
  await carry(operator, body);
  await judgeReport(body.ctx, reportId, { verdict: 'passed', reason: '', seen: 2 });
  await carry(body, operator);
  expect(await lookAtOwn(operator.ctx, id)).toMatchObject({ stage: 'final', version: 2, verdict: 'passed' });
  expect((await lookAtReport(body.ctx, reportId)).versions).toHaveLength(2);
});

test('who reads a report by its package is written down, and whoever only rates reads none', async () => {
  const { operator, body } = await two();
  const { id } = await beginOwn(operator.ctx, { incidentId: null, peerId: body.id });
  await saveOwn(operator.ctx, id, { content: told(), peerId: body.id, seen: 0 });
  const { packageId } = await sendOwn(operator.ctx, id, { stage: 'first', seen: 1 });
  await carry(operator, body);
  const rater = house.as(body.id, await house.person(body.id, ['rater']), ['rater']);
  await expect(readReceived(rater, KINDS, packageId)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(attachmentFile(rater, KINDS, packageId, 0)).rejects.toMatchObject({ code: 'forbidden' });
  const desk = house.as(body.id, await house.person(body.id, ['secretariat']), ['secretariat']);
  expect((await readReceived(desk, KINDS, packageId)).envelope.payload).toMatchObject({ ref: id });
  await expect(attachmentFile(desk, KINDS, packageId, 0)).rejects.toMatchObject({ code: 'not-found' });
  const [report] = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_report WHERE org_id = $1',
    [body.id],
  );
  expect(await reading(desk, (trx) => readingsOf(trx, report?.id ?? ''))).toMatchObject([
    { what: 'read', version: 1, role: '調査事務局' },
  ]);
});

test('what the recipient does not take is no version, and is sent again under its number', async () => {
  const { operator, body } = await two();
  const { id } = await beginOwn(operator.ctx, { incidentId: null, peerId: body.id });
  await expect(sendOwn(operator.ctx, id, { stage: 'first', seen: 0 })).rejects.toMatchObject({
    code: 'invalid',
  });
  await saveOwn(operator.ctx, id, { content: told(), peerId: body.id, seen: 0 });
  await sendOwn(operator.ctx, id, { stage: 'first', seen: 1 });
  // Over there the sector was taken off the list meanwhile.
  await house.clone.query(
    `INSERT INTO sonae.survey_edition (org_id, list, edition, document, since, kept_by)
     VALUES ($1, 'sectors', 2, '{"name":{"ja":"分野","en":"Sectors"},"source":"","groups":[],"entries":[{"key":"water","name":{"ja":"水道","en":"Water"}}]}', now(), 'test')`,
    [body.id],
  );
  await carry(operator, body);
  const refused = await lookAtOwn(operator.ctx, id);
  expect(refused).toMatchObject({ version: 0, stage: null, versions: [{ outcome: 'refused' }] });
  expect(refused.reason).toContain('not-accepted');
  await saveOwn(operator.ctx, id, { content: told({ sector: value('water') }), peerId: body.id, seen: 1 });
  expect(await sendOwn(operator.ctx, id, { stage: 'first', seen: 2 })).toMatchObject({ version: 1 });
  await carry(operator, body);
  expect((await lookAtOwn(operator.ctx, id)).versions.map(({ outcome }) => outcome).toSorted()).toEqual([
    'refused',
    'taken',
  ]);
});

test('two at once: one saves, one sends, one answers; what fails leaves everything as it was', async () => {
  const { operator, body } = await two();
  const begin = () => beginOwn(operator.ctx, { incidentId: null, peerId: body.id });
  await asItWas(house.clone, operator.id, begin);
  const { id } = await begin();
  const save = () => saveOwn(operator.ctx, id, { content: told(), peerId: body.id, seen: 0 });
  await asItWas(house.clone, operator.id, save);
  expect(await race(house.clone, [operator.id], save, save)).toEqual({ won: 1, lost: ['conflict'] });
  const send = () => sendOwn(operator.ctx, id, { stage: 'first', seen: 1 });
  await asItWas(house.clone, operator.id, send);
  expect(await race(house.clone, [operator.id], send, send)).toEqual({ won: 1, lost: ['conflict'] });
  await carry(operator, body);
  const [report] = await house.clone.query<{ id: string }>(
    `SELECT id FROM sonae.survey_report WHERE org_id = $1`,
    [body.id],
  );
  const { id: questionId } = await askQuestion(body.ctx, report?.id ?? '', {
    field: null,
    text: '原因は何ですか',
  });
  await carry(body, operator);
  const answer = () => answerOwn(operator.ctx, questionId, { reportId: id, answer: '調査中です' });
  await asItWas(house.clone, operator.id, answer);
  expect(await race(house.clone, [operator.id], answer, answer)).toEqual({ won: 1, lost: ['conflict'] });
});

test('of a report nobody but whom it was sent to is told, or tells anything', async () => {
  const { operator, body } = await two();
  const stranger = await member('別の組織');
  await pin(operator, stranger);
  const { id } = await beginOwn(operator.ctx, { incidentId: null, peerId: body.id });
  await saveOwn(operator.ctx, id, { content: told(), peerId: body.id, seen: 0 });
  await sendOwn(operator.ctx, id, { stage: 'first', seen: 1 });
  await expect(lookAtOwn(stranger.ctx, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(sendOwn(stranger.ctx, id, { stage: 'first', seen: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
  const responder = house.as(operator.id, await house.person(operator.id, ['responder']), ['responder']);
  await expect(lookAtOwn(responder, id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a report is begun from what the record of an incident tells, and never from a drill', async () => {
  const { operator, body } = await two();
  const declare = (drill: boolean) =>
    declareIncident(house.system(operator.id), { title: '検針データの照会ができない', severity: 3, drill });
  const real = await declare(false);
  const { id } = await beginOwn(operator.ctx, { incidentId: real.id, peerId: body.id });
  expect(await lookAtOwn(operator.ctx, id)).toMatchObject({
    incidentId: real.id,
    content: { title: '検針データの照会ができない' },
  });
  const drill = await declare(true);
  const begin = () => beginOwn(operator.ctx, { incidentId: drill.id, peerId: null });
  await expect(begin()).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'incidentId' }] },
  });
});

test('whoever reported is told that a question needs no answer, and that the report is no longer counted', async () => {
  const { operator, body } = await two();
  const { id } = await beginOwn(operator.ctx, { incidentId: null, peerId: body.id });
  await saveOwn(operator.ctx, id, { content: told(), peerId: body.id, seen: 0 });
  await sendOwn(operator.ctx, id, { stage: 'first', seen: 1 });
  await carry(operator, body);
  await carry(body, operator);
  const [report] = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_report WHERE org_id = $1',
    [body.id],
  );
  const reportId = report?.id ?? '';
  const ask = (text: string) => askQuestion(body.ctx, reportId, { field: null, text });
  const [first, second] = [await ask('台数は'), await ask('復旧は')];
  await carry(body, operator);
  await answerOwn(operator.ctx, first.id, { reportId: id, answer: '300台' });
  await dropQuestion(body.ctx, second.id);
  await carry(body, operator);
  expect((await lookAtOwn(operator.ctx, id)).questions).toMatchObject([
    { answer: '300台', droppedAt: null },
    { answer: null, droppedAt: expect.any(String) },
  ]);
  await expect(answerOwn(operator.ctx, second.id, { reportId: id, answer: '翌日' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await withdrawReport(body.ctx, reportId, '誤報のため');
  await carry(body, operator);
  expect(await lookAtOwn(operator.ctx, id)).toMatchObject({ withdrawnReason: '誤報のため', number: 1 });
  await expect(sendOwn(operator.ctx, id, { stage: 'followUp', seen: 1 })).rejects.toMatchObject({
    code: 'conflict',
  });
  // The same packages once more change nothing.
  const before = await lookAtOwn(operator.ctx, id);
  const sent = await house.clone.query<{ content: Buffer }>(
    `SELECT content FROM sonae.survey_sent WHERE org_id = $1 AND kind IN ('question-dropped', 'withdrawal')`,
    [body.id],
  );
  expect(sent).toHaveLength(2);
  for (const { content } of sent) await receivePackage(house.system(operator.id), KINDS, content, 'file');
  expect(await lookAtOwn(operator.ctx, id)).toEqual(before);
});
