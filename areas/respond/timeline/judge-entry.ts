import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findLine } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import type { Outcome } from './schema.ts';

/** Says how a response worked out. A later judgement stands beside the earlier one, which is not lost. */
export async function judgeEntry(
  ctx: Context,
  incidentId: string,
  seq: number,
  outcome: Outcome,
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const line = await findLine(tx.sql, seq);
    if (line?.incidentId !== incidentId || line.kind !== 'timeline.noted') throw new Fault('not-found');
    record(tx, 'timeline.judged', { incidentId, corrects: seq, body: { outcome } });
  });
}
