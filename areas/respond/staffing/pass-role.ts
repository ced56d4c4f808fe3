import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { putRole, setAttended } from '../roles/acts.ts';
import { moveTasks } from '../tasks/acts.ts';
import type { HeldRole } from './rules.ts';

/** Somebody has a role now and is there; what its holder had to do goes on with them. The caller has locked the incident. */
export async function passRole(
  tx: Tx,
  incidentId: string,
  { role, name, personId: fromId }: HeldRole,
  toId: string,
): Promise<void> {
  const { orgId, now } = tx.ctx;
  await putRole(tx.sql, orgId, incidentId, { role, name, personId: toId }, now);
  await setAttended(tx.sql, incidentId, role, now);
  await moveTasks(tx.sql, incidentId, { role, from: fromId, to: toId });
  record(tx, 'role.taken', { incidentId, body: { role, name, fromId, toId } });
}
