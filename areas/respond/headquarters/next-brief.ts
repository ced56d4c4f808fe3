import type { Tx } from '../../../database/transaction.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { setTimeOut } from '../../enqueue.ts';

/** Executives are told again after so many minutes; with none, not by themselves. */
export async function setNextBrief(tx: Tx, incidentId: string, minutes: number): Promise<void> {
  if (minutes === 0) return;
  const at = whenOf(tx.ctx).at.add({ minutes });
  await setTimeOut(tx, 'draft-brief', incidentId, { incidentId }, { at });
}
