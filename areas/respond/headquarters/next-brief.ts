import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';

/** Executives are told again after so many minutes; with none, not by themselves. */
export function setNextBrief(tx: Tx, incidentId: string, minutes: number): void {
  if (minutes > 0)
    setTimer(tx, 'draft-brief', incidentId, { incidentId }, { at: tx.ctx.now.add({ minutes }) });
}
