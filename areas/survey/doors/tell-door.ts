import type { Tx } from '../../../database/transaction.ts';
import { questionsOf } from '../intake/index.ts';
import { isUnanswered } from '../intake/rules.ts';
import { writeToDoors } from './write-to-doors.ts';

/** A question was asked: whoever holds a way in to that report is written to, once for each question. */
export async function tellDoor(tx: Tx, { reportId }: { readonly reportId: string }): Promise<void> {
  const newest = (await questionsOf(tx.sql, reportId)).filter(isUnanswered).at(-1);
  if (newest) await writeToDoors(tx, reportId, 'question', `survey-question ${newest.id}`);
}
