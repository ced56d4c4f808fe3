import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { inIncident, lockIncident } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import type { HeldRole } from './rules.ts';
import type { RoleAssigned } from './schema.ts';
import { putRole } from './store.ts';

/** Gives somebody a role in an incident. */
export async function assignRole(ctx: Context, incidentId: string, wanted: RoleAssigned): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(
      ({ key }) => key === wanted.role,
    );
    const name = wanted.name || planned?.name;
    if (!name)
      throw invalidField('name', { ja: '役割の名前を書いてください', en: 'Say what the role is called' });
    await inIncident(tx.sql, incidentId, [wanted.personId], 'personId');
    await assignWithin(tx, incidentId, { role: wanted.role, name, personId: wanted.personId });
  });
}

/** The same within the caller's transaction, for somebody who is known to be there. */
export async function assignWithin(tx: Tx, incidentId: string, held: HeldRole): Promise<void> {
  await putRole(tx.sql, tx.ctx.orgId, incidentId, held, tx.ctx.now);
  record(tx, 'role.assigned', { incidentId, body: held });
}
