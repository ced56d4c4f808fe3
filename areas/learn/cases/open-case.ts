import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { CaseDocument } from './schema.ts';
import { insertCase } from './store.ts';

/** Opens a case in the caller's transaction as a draft, whatever state its document claims: a review is this house's own. */
export async function openWithin(tx: Tx, document: CaseDocument): Promise<string> {
  const { ctx } = tx;
  const id = ctx.newId();
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
  return id;
}

export async function openCase(ctx: Context, document: CaseDocument): Promise<{ id: string }> {
  permit(ctx, 'case.write');
  return inTransaction(ctx, async (tx) => ({ id: await openWithin(tx, document) }));
}
