import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { OrganisationChange } from './schema.ts';
import { updateOrganisation } from './store.ts';

export async function changeOrganisation(ctx: Context, change: OrganisationChange): Promise<void> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, async (tx) => {
    await updateOrganisation(tx.sql, ctx.orgId, change);
    record(tx, 'organisation.changed', { body: {} });
  });
}
