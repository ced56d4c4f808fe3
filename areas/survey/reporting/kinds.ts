import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { record } from '../../record.ts';
import {
  type QuestionDroppedPackage,
  type QuestionPackage,
  questionDroppedPackage,
  questionPackage,
  type VerdictPackage,
  verdictPackage,
  type WithdrawalPackage,
  withdrawalPackage,
} from '../content/schema.ts';
import type { PackageKind, Settled } from '../exchange/index.ts';
import { KIND_WORDS } from '../exchange/words.ts';
import {
  insertQuestion,
  lockOwn,
  questionsOf,
  setDropped,
  settleVersion,
  updateOwn,
  versionsOf,
} from './store.ts';

/** A report of ours that this peer was sent; nobody else says anything about it. */
async function sentTo(tx: Tx, reportId: string, peerId: string) {
  const report = await lockOwn(tx.sql, reportId);
  if (report?.peerId !== peerId) throw new Fault('not-found');
  return report;
}

const takeQuestion: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, questionId, number, field, text } = payload as QuestionPackage;
  await sentTo(tx, ref, peer.id);
  if ((await questionsOf(tx.sql, ref)).some(({ id }) => id === questionId)) return;
  await insertQuestion(
    tx.sql,
    tx.ctx.orgId,
    { reportId: ref, id: questionId, number, field, text },
    tx.ctx.now,
  );
  record(tx, 'own-report.asked', { body: { reportId: ref, questionId, number } });
};

const takeVerdict: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, number, verdict, reason } = payload as VerdictPackage;
  await sentTo(tx, ref, peer.id);
  await updateOwn(tx.sql, ref, { number, verdict, reason }, tx.ctx.now);
  record(tx, 'own-report.judged', { body: { reportId: ref, number, verdict } });
};

const takeDropped: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, questionId } = payload as QuestionDroppedPackage;
  await sentTo(tx, ref, peer.id);
  // An answer that was on its way meanwhile stays; so does what was dropped before.
  const number = await setDropped(tx.sql, ref, questionId, tx.ctx.now);
  if (number !== undefined)
    record(tx, 'own-report.question-dropped', { body: { reportId: ref, questionId, number } });
};

const takeWithdrawal: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, number, reason } = payload as WithdrawalPackage;
  const report = await sentTo(tx, ref, peer.id);
  if (report.withdrawnReason !== null) return;
  await updateOwn(tx.sql, ref, { number, withdrawn_reason: reason }, tx.ctx.now);
  record(tx, 'own-report.withdrawn', { body: { reportId: ref, number, reason } });
};

/** What whoever reports takes of whoever they report to. */
export const REPORTING_KINDS: readonly PackageKind[] = [
  {
    name: 'question',
    words: KIND_WORDS.question,
    payload: questionPackage,
    byHand: false,
    forSenders: true,
    accept: takeQuestion,
  },
  {
    name: 'verdict',
    words: KIND_WORDS.verdict,
    payload: verdictPackage,
    byHand: false,
    forSenders: true,
    accept: takeVerdict,
  },
  {
    name: 'question-dropped',
    words: KIND_WORDS['question-dropped'],
    payload: questionDroppedPackage,
    byHand: false,
    forSenders: true,
    accept: takeDropped,
  },
  {
    name: 'withdrawal',
    words: KIND_WORDS.withdrawal,
    payload: withdrawalPackage,
    byHand: false,
    forSenders: true,
    accept: takeWithdrawal,
  },
];

/** The recipient signed for a version of ours: taken, or refused with why. */
export async function versionSettled(tx: Tx, { packageId, outcome, reason }: Settled): Promise<void> {
  const settled = await settleVersion(tx.sql, packageId, outcome, reason, tx.ctx.now);
  if (!settled) return;
  const { reportId, version } = settled;
  if (outcome === 'refused') {
    const stands = (await versionsOf(tx.sql, reportId)).find((each) => each.outcome === 'taken');
    const { version: last = 0, stage = null } = stands ?? {};
    await updateOwn(tx.sql, reportId, { version: last, stage, reason }, tx.ctx.now);
  }
  record(tx, 'own-report.settled', { body: { reportId, version, outcome } });
}
