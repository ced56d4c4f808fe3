import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import type { NewWithheld } from './schema.ts';
import { insertWithheld, removeWithheld } from './store.ts';

/** Decides that an audience is not told something, and why. The word itself stays out of the ledger. */
export async function withhold(ctx: Context, incidentId: string, item: NewWithheld): Promise<void> {
  permit(ctx, 'statement.approve');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    await insertWithheld(tx.sql, ctx.orgId, { ...item, id: ctx.newId(), incidentId });
    const { audience, reason } = item;
    record(tx, 'withheld.set', { incidentId, body: { audience, reason, lifted: false } });
  });
}

/** Lets it be told after all. */
export async function liftWithheld(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'statement.approve');
  await inTransaction(ctx, async (tx) => {
    const lifted = await removeWithheld(tx.sql, id);
    if (!lifted) throw new Fault('not-found');
    const { incidentId, audience, reason } = lifted;
    record(tx, 'withheld.set', { incidentId, body: { audience, reason, lifted: true } });
  });
}
