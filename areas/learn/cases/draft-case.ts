import type { Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { record } from '../../record.ts';
import { draftOf } from './draft.ts';
import { COUNTED, incidentTold } from './incident-history.ts';
import { caseOfIncident, insertCase } from './store.ts';

/** An incident was closed: its draft case is opened from the ledger, once, however often it is closed again. */
export async function draftCase(tx: Tx, { incidentId }: { incidentId: string }): Promise<void> {
  const { ctx } = tx;
  const told = await incidentTold(tx.sql, incidentId, COUNTED.draft);
  // A drill teaches by its findings, not as a case of what never happened.
  if (!told || told.drill || (await caseOfIncident(tx.sql, incidentId))) return;
  const id = ctx.newId();
  await insertCase(tx.sql, ctx.orgId, {
    id,
    state: 'draft',
    version: 1,
    document: draftOf(told),
    incidentId,
    changedAt: ctx.now,
    changedBy: byOf(ctx.actor),
  });
  record(tx, 'case.opened', { incidentId, body: { caseId: id } });
}
