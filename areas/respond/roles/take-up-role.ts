import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../jobs.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { isOutside } from '../../roles.ts';
import { findIncident, lockIncident, mayEnter } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { moveTasks } from '../tasks/index.ts';
import { putRole, rolesOf, setAttended } from './store.ts';

/**
 * Timer: a summons to a role was answered. Its holder is on the way; a deputy whom the plan names takes the role up, for
 * nobody else has answered.
 */
export async function takeUpRole(
  tx: Tx,
  { incidentId, role, personId }: TimerBody<'take-up-role'>,
): Promise<void> {
  permit(tx.ctx, 'page.command');
  await lockIncident(tx.sql, incidentId);
  const incident = await findIncident(tx.sql, incidentId);
  const held = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
  const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(({ key }) => key === role);
  if (!incident || incident.state === 'closed' || !held || held.attendedAt !== null) return;
  if (held.personId === personId || !planned?.deputyIds.includes(personId)) return;
  const deputy = await findPerson(tx.sql, personId);
  if (!deputy || isOutside(deputy.roles) || !(await mayEnter(tx.sql, incidentId, personId))) return;
  await putRole(tx.sql, tx.ctx.orgId, incidentId, { role, name: held.name, personId }, tx.ctx.now);
  await setAttended(tx.sql, incidentId, role, tx.ctx.now);
  await moveTasks(tx.sql, incidentId, { role, from: held.personId, to: personId });
  record(tx, 'role.taken', {
    incidentId,
    body: { role, name: held.name, fromId: held.personId, toId: personId },
  });
}
