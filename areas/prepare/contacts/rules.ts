import { permissionsOf, type Role } from '../../roles.ts';

/** Nobody grants more than they hold: else whoever keeps the register could make an administrator of themselves. */
export function mayGrant(held: ReadonlySet<string>, roles: readonly Role[]): boolean {
  return [...permissionsOf(roles)].every((permission) => held.has(permission));
}
