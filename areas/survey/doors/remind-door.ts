import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { remindersAround } from '../deadlines/rules.ts';
import { findReport } from '../intake/index.ts';
import { owedInTime } from './owed.ts';
import { writeToDoors } from './write-to-doors.ts';

/**
 * Timer, set whenever a version came in: whoever holds a way in to a report is reminded of what is owed, once for each moment
 * the deadlines name, and this looks again at the next.
 */
export async function remindDoor(tx: Tx, { reportId }: { readonly reportId: string }): Promise<void> {
  const { now } = tx.ctx;
  const dues = await owedInTime(tx.sql, await findReport(tx.sql, reportId), now);
  const { come, next } = remindersAround(dues, now);
  if (next) setTimer(tx, 'remind-door', reportId, { reportId }, { at: next });
  if (come) await writeToDoors(tx, reportId, 'due', `survey-due ${reportId} ${come.toString()}`);
}
