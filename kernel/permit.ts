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

/**
 * The same caller with more in their hands, for an act that answers itself for what they get to see of it: a count of what
 * they may not read, one report by a link. Row-level security lets it look; whatever calls this says what is told.
 */
export const lending = <C extends Caller>(caller: C, ...permissions: readonly Permission[]): C => ({
  ...caller,
  actor: { ...caller.actor, permissions: new Set([...caller.actor.permissions, ...permissions]) },
});

/** The actors that are secrets rather than somebody who signed in: what they hold may have leaked. */
const SECRETS: readonly Caller['actor']['kind'][] = ['key', 'link', 'source'];

/**
 * The gate before everything that is, or leads to, a way to sign in: a key that leaked must not become a password, a
 * session, a link or another key, or its end would end nothing.
 * @throws Fault `forbidden`
 */
export function inPerson({ actor }: Caller): void {
  if (!SECRETS.includes(actor.kind)) return;
  throw new Fault('forbidden', {
    detail: {
      ja: 'APIキーでは実行できません。サインインして実行してください',
      en: 'Not available with an API key. Sign in to do this',
    },
  });
}
