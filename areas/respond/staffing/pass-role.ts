import type { Tx } from '../../../database/transaction.ts';
import { whenOf } from '../../../kernel/happened.ts';
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
  const { orgId } = tx.ctx;
  const { at } = whenOf(tx.ctx);
  await putRole(tx.sql, orgId, incidentId, { role, name, personId: toId }, at);
  await setAttended(tx.sql, incidentId, role, at);
  await moveTasks(tx.sql, incidentId, { role, from: fromId, to: toId });
  record(tx, 'role.taken', { incidentId, body: { role, name, fromId, toId } });
}
