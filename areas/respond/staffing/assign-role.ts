import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { inIncident, lockRunning } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { putRole, setAttended } from '../roles/acts.ts';
import { rolesOf } from '../roles/index.ts';
import type { RoleAssigned } from '../roles/schema.ts';
import { moveTasks } from '../tasks/acts.ts';
import type { HeldRole } from './rules.ts';

const SINCE = { ja: '前任者の割り当て', en: 'the previous assignment' };

/**
 * Gives somebody a role in an incident.
 * @throws Fault `conflict` when another holds it than the writer had seen
 */
export async function assignRole(ctx: Context, incidentId: string, wanted: RoleAssigned): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(
      ({ key }) => key === wanted.role,
    );
    const name = wanted.name || planned?.name;
    if (!name)
      throw invalidField('name', { ja: '役割の名称を入力してください', en: 'Enter the name of the role' });
    await inIncident(tx.sql, incidentId, [wanted.personId], 'personId');
    const held = (await rolesOf(tx.sql, incidentId)).find(({ role }) => role === wanted.role);
    holdToSeen(wanted.seen, held?.personId ?? null);
    await assignWithin(tx, incidentId, { role: wanted.role, name, personId: wanted.personId });
  });
}

/**
 * The same within the caller's transaction, for somebody who is known to be there. Tasks of the role go on with them; who
 * takes a role by their own act is present.
 */
export async function assignWithin(tx: Tx, incidentId: string, held: HeldRole): Promise<void> {
  const { ctx } = tx;
  const before = (await rolesOf(tx.sql, incidentId)).find(({ role }) => role === held.role);
  if (before) refuseBefore(ctx, { at: before.since }, SINCE);
  const { at } = whenOf(ctx);
  await putRole(tx.sql, ctx.orgId, incidentId, held, at);
  if (before && before.personId !== held.personId)
    await moveTasks(tx.sql, incidentId, { role: held.role, from: before.personId, to: held.personId });
  if (held.personId === ctx.actor.personId) await setAttended(tx.sql, incidentId, held.role, at);
  const from = before && {
    personId: before.personId,
    since: before.since.toString(),
    attendedAt: before.attendedAt?.toString() ?? null,
  };
  record(tx, 'role.assigned', { incidentId, body: { ...held, ...(from && { from }) } });
}
