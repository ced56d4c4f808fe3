import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { CaseDocument } from './schema.ts';
import { insertCase } from './store.ts';

/** Opens a case as a draft, whatever state its file claims: a review is this house's own. */
export async function openCase(ctx: Context, document: CaseDocument): Promise<{ id: string }> {
  permit(ctx, 'case.write');
  const id = ctx.newId();
  await inTransaction(ctx, async (tx) => {
    await insertCase(tx.sql, ctx.orgId, {
      id,
      state: 'draft',
      version: 1,
      document: { ...document, state: 'draft' },
      incidentId: null,
      changedAt: ctx.now,
      changedBy: byOf(ctx.actor),
    });
    record(tx, 'case.opened', { body: { caseId: id } });
  });
  return { id };
}
