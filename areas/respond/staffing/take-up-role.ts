import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../work.ts';
import { findIncident, lockIncident, whoMayEnter } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { passRole } from './pass-role.ts';

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
  if ((await whoMayEnter(tx.sql, incident, [personId])).length === 0) return;
  await passRole(tx, incidentId, held, personId);
}
