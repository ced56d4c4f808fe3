import { Fault } from '../../../../kernel/errors.ts';
import { notAhead } from '../../../../kernel/happened.ts';
import {
  type AnswerPackage,
  answerPackage,
  type ReportPackage,
  reportPackage,
} from '../../content/schema.ts';
import type { PackageKind } from '../../exchange/index.ts';
import { KIND_WORDS } from '../../exchange/words.ts';
import { settleQuestion } from '../ask-question.ts';
import { draftWithin } from '../draft-report.ts';
import { keepReading } from '../keep-reading.ts';
import { receiveWithin } from '../receive-report.ts';
import { lockReport } from '../store.ts';
import { questionsOf } from '../thread/index.ts';
import { type Origin, reportOf, setOrigin, versionsByPackage } from './index.ts';

/**
 * A report, whichever of its versions: the first makes one of ours, later ones follow it. What cannot be received is refused
 * in the signed receipt, with the fields that stand in the way.
 */
const takeReport: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, stage, version, submittedAt, sender, content } = payload as ReportPackage;
  const origin: Origin = { peerId: peer.id, ref };
  let id = await reportOf(tx.sql, origin);
  if (id === undefined) {
    id = await draftWithin(tx, { content, door: 'package', operatorId: null });
    await setOrigin(tx.sql, id, origin);
  }
  const report = await lockReport(tx.sql, id);
  if (!report || report.state === 'withdrawn') throw new Fault('gone');
  // Numbered by what they sent: what came by another door in between is no version of theirs.
  if ((await versionsByPackage(tx.sql, id)) + 1 !== version) throw new Fault('conflict');
  const at = notAhead(Temporal.Instant.from(submittedAt), tx.ctx.now, 'submittedAt');
  await receiveWithin(tx, report, { content, stage, door: 'package', sender, submittedAt: at });
};

/** An answer to a question of ours about a report of theirs, and of nobody else's. */
const takeAnswer: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const { ref, questionId, answer, by } = payload as AnswerPackage;
  const id = await reportOf(tx.sql, { peerId: peer.id, ref });
  const known = id !== undefined && (await questionsOf(tx.sql, id)).some((each) => each.id === questionId);
  if (!known) throw new Fault('not-found');
  await settleQuestion(tx, questionId, answer, by || peer.name);
};

/** Whoever reads a report by its package has read that version of it. */
const noteReading: PackageKind['read'] = async (tx, { payload, peerId, what }) => {
  const { ref, version } = reportPackage.parse(payload);
  const id = await reportOf(tx.sql, { peerId, ref });
  if (id !== undefined) await keepReading(tx, id, version, what);
};

const report = (name: 'report' | 'follow-up'): PackageKind => ({
  name,
  words: KIND_WORDS[name],
  payload: reportPackage,
  byHand: false,
  accept: takeReport,
  read: noteReading,
});

/** What a surveying body takes of others. */
export const INTAKE_KINDS: readonly PackageKind[] = [
  report('report'),
  report('follow-up'),
  { name: 'answer', words: KIND_WORDS.answer, payload: answerPackage, byHand: false, accept: takeAnswer },
];
