import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import type { BrakeRewrite } from './schema.ts';
import { lockBrake, readBrake, writeBrake } from './store.ts';

/**
 * Holds from the next match on; a storm that runs goes on collecting for as long as the new setting calls it one.
 * @throws Fault `conflict` when it is not what the writer had seen
 */
export async function setBrake(ctx: Context, { seen, ...set }: BrakeRewrite): Promise<void> {
  permit(ctx, 'rule.manage');
  await inTransaction(ctx, async (tx) => {
    await lockBrake(tx.sql, ctx.orgId);
    holdToSeen(seen, await readBrake(tx.sql));
    await writeBrake(tx.sql, ctx.orgId, set);
    record(tx, 'brake.set', { body: set });
  });
}
