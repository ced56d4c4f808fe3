import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { Foundation } from './schema.ts';
import { foundOrganisation } from './store.ts';

/** Makes an organisation and starts its ledger. Only the system does so (first start, or when a demo is removed). */
export async function foundOrganisationWithLedger(ctx: Context, foundation: Foundation): Promise<void> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, async (tx) => {
    await foundOrganisation(tx.sql, foundation, ctx.now);
    record(tx, 'organisation.founded', { body: { demo: foundation.demo } });
  });
}
