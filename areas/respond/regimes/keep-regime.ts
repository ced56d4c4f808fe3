import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { regimeEditions } from './index.ts';
import type { RegimeKept } from './schema.ts';
import { insertRegime, lockRegime } from './store.ts';

/**
 * Keeps another edition of a regime, or the first of a new one. What reports were opened by stays as it was: they go on by
 * the edition they began with.
 */
export async function keepRegime(
  ctx: Context,
  regime: string,
  { seen, ...document }: RegimeKept,
): Promise<{ edition: number }> {
  permit(ctx, 'organisation.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRegime(tx.sql, ctx.orgId, regime);
    const newest = (await regimeEditions(tx.sql, regime))[0]?.edition ?? 0;
    holdToSeen(seen, newest);
    const edition = newest + 1;
    await insertRegime(tx.sql, ctx.orgId, { regime, edition, document }, byOf(ctx.actor), ctx.now);
    record(tx, 'regime.kept', { body: { regime, edition, name: document.name, ended: document.ended } });
    return { edition };
  });
}
