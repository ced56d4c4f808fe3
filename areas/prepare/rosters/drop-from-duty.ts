import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { lockDuty, readDuty, writeDuty } from './store.ts';

/** Takes a person off the duty list in the caller's transaction; does nothing when they are not on it. */
export async function dropFromDuty(tx: Tx, personId: string): Promise<void> {
  await lockDuty(tx.sql, tx.ctx.orgId);
  const before = await readDuty(tx.sql);
  const after = before.filter((id) => id !== personId);
  if (after.length === before.length) return;
  await writeDuty(tx.sql, tx.ctx.orgId, after);
  record(tx, 'duty.changed', { body: { personIds: after } });
}
