import type { Language } from '../../../kernel/language.ts';
import { isOutside, permissionsOf, type Role } from '../../roles.ts';
import type { Standing } from './schema.ts';

/** Nobody grants more than they hold: else whoever keeps the register could make an administrator of themselves. */
export function mayGrant(held: ReadonlySet<string>, roles: readonly Role[]): boolean {
  return [...permissionsOf(roles)].every((permission) => held.has(permission));
}

/** Who did something, in words: the person, and the key they did it with where it was one. */
export function nameWithKey(
  { name, key }: { readonly name: string; readonly key: string | undefined },
  language: Language,
): string {
  if (key === undefined) return name;
  return language === 'ja' ? `${name}（APIキー「${key}」）` : `${name} (key “${key}”)`;
}

export const NEVER_INVITED = { joinedAt: null, invitedUntil: null } as const;

/** Whoever signed in once is in, whatever became of their invitation. */
export function standingOf(
  {
    joinedAt,
    invitedUntil,
  }: {
    readonly joinedAt: Temporal.Instant | null;
    readonly invitedUntil: Temporal.Instant | null;
  },
  now: Temporal.Instant,
): Standing {
  if (joinedAt) return 'joined';
  if (!invitedUntil) return 'registered';
  return Temporal.Instant.compare(invitedUntil, now) <= 0 ? 'expired' : 'invited';
}

const COMMANDS_HOUSE = 'organisation.manage';

/**
 * Whether somebody may say how a person is reached. Whoever does could answer for them: registers are kept for everybody,
 * but not for those who hold the house itself, nor for the accounts that open it when all else fails.
 */
export const mayRedirect = (
  held: ReadonlySet<string>,
  person: { readonly roles: readonly string[]; readonly breakGlass: boolean },
): boolean =>
  held.has(COMMANDS_HOUSE) || !(person.breakGlass || permissionsOf(person.roles).has(COMMANDS_HOUSE));

/** Whether there is more to be had by other roles: more to do, or more to see, for whoever is outside sees what was shared. */
export const isRaise = (before: readonly string[], after: readonly Role[]): boolean =>
  !mayGrant(permissionsOf(before), after) || (isOutside(before) && after.length > 0 && !isOutside(after));

/**
 * Somebody's roles once their groups are looked at. A role that was given by hand and by a group is one by hand: it stays
 * when the group goes. The last administrator stays one, so that somebody can put the table right. Where no group says
 * anything of somebody any more, what keeps them outside stays beside their roles by hand: silence lets nobody in.
 */
export function rolesBy(
  { held, ofGroups }: { readonly held: readonly Role[]; readonly ofGroups: readonly string[] },
  wanted: readonly Role[],
  { lastAdministrator }: { readonly lastAdministrator: boolean },
): { roles: Role[]; ofGroups: Role[] } {
  const byHand = held.filter((role) => !ofGroups.includes(role));
  const unsaid = wanted.length === 0 && byHand.length > 0;
  const stays = held.filter(
    (role) => (role === 'administrator' && lastAdministrator) || (unsaid && isOutside([role])),
  );
  const given = [...new Set([...wanted, ...stays])].filter((role) => !byHand.includes(role));
  return { roles: [...byHand, ...given], ofGroups: given };
}
