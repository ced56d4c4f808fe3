import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { Brake } from './schema.ts';
import { writeBrake } from './store.ts';

/** Holds from the next match on; a storm that runs goes on collecting for as long as the new setting calls it one. */
export async function setBrake(ctx: Context, set: Brake): Promise<void> {
  permit(ctx, 'rule.manage');
  await inTransaction(ctx, async (tx) => {
    await writeBrake(tx.sql, ctx.orgId, set);
    record(tx, 'brake.set', { body: set });
  });
}
