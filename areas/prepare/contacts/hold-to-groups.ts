import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import type { Role } from '../../roles.ts';
import { holdToPerson } from './hold-to-person.ts';
import { isRaise, rolesBy } from './rules.ts';
import { groupRolesOf, lockAdministrators, lockPerson, peopleInRoles, setRoles } from './store.ts';

/**
 * Holds somebody to the roles their groups stand for, in the caller's transaction: what came from groups comes and goes with
 * them, what was given by hand stays, and the last administrator stays one.
 * @param sessionId the session their provider has just opened: it goes on, whatever else has to begin anew
 */
export async function holdToGroups(
  tx: Tx,
  personId: string,
  wanted: readonly Role[],
  sessionId?: string,
): Promise<void> {
  const before = await lockPerson(tx.sql, personId);
  if (!before) return;
  await lockAdministrators(tx.sql, tx.ctx.orgId);
  const administrators = await peopleInRoles(tx.sql, ['administrator']);
  const held = before.roles as Role[];
  const ofGroups = await groupRolesOf(tx.sql, personId);
  const next = rolesBy({ held, ofGroups }, wanted, {
    lastAdministrator: administrators.every(({ id }) => id === personId),
  });
  await setRoles(tx.sql, personId, next);
  const isSame = next.roles.length === held.length && next.roles.every((role) => held.includes(role));
  if (isSame) return;
  record(tx, 'person.changed', { body: { personId, roles: next.roles, byGroups: true } });
  if (isRaise(held, next.roles)) await holdToPerson(tx, personId, next.roles, sessionId);
}
