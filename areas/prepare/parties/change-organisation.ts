import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import type { OrganisationRewrite } from './schema.ts';
import { lockOrganisation, updateOrganisation } from './store.ts';

/** @throws Fault `conflict` when it is not what the writer had seen */
export async function changeOrganisation(
  ctx: Context,
  { seen, ...change }: OrganisationRewrite,
): Promise<void> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, async (tx) => {
    holdToSeen(seen, await lockOrganisation(tx.sql));
    await updateOrganisation(tx.sql, ctx.orgId, change);
    record(tx, 'organisation.changed', { body: {} });
  });
}
