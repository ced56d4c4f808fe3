import type { Caller } from './caller.ts';
import { Fault } from './errors.ts';

/**
 * Filled in by the product (see areas/roles.ts) so that permission names are typed here
 * although the kernel knows no word of the domain.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the product declares the member by module augmentation.
export interface PermissionRegistry {}
export type Permission = PermissionRegistry extends { permission: infer P extends string } ? P : string;

/** The only gate: throws `forbidden` (403) unless the caller holds the permission. */
export function permit(caller: Caller, permission: Permission): void {
  if (!caller.actor.permissions.has(permission)) throw new Fault('forbidden', { permission });
}
