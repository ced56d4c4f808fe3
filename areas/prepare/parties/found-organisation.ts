import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { Foundation } from './schema.ts';
import { foundOrganisation } from './store.ts';

/** Makes an organisation and starts its ledger. Only the system does so: at the first start, or where somebody founds another. */
export async function foundOrganisationWithLedger(ctx: Context, foundation: Foundation): Promise<void> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, async (tx) => {
    await foundOrganisation(tx.sql, foundation, ctx.now);
    record(tx, 'organisation.founded', { body: { demo: foundation.demo } });
  });
}

/** The same in a transaction of the organisation that is to be. */
export async function foundWithin(tx: Tx, foundation: Foundation): Promise<void> {
  await foundOrganisation(tx.sql, foundation, tx.ctx.now);
  record(tx, 'organisation.founded', { body: { demo: foundation.demo } });
}
