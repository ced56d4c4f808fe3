import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { IncidentChange } from './schema.ts';
import { lockIncident, setDetails } from './store.ts';

/** Corrects title or severity; the ledger keeps what they were. */
export async function changeIncident(ctx: Context, id: string, change: IncidentChange): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, id))) throw new Fault('not-found');
    await setDetails(tx.sql, id, change);
    record(tx, 'incident.changed', { incidentId: id, body: change });
  });
}
