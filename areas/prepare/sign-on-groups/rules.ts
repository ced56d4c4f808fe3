import type { Role } from '../../roles.ts';
import type { GroupRole } from './schema.ts';

/** What a provider says of a person, by the names of its claims. */
export type Claims = Readonly<Record<string, unknown>>;

/** A provider that lists more than this lists everything, not what somebody belongs to. */
const MOST_SAID = 2_000;

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Claims)[name]
    : undefined;

/** The claim by its whole name, for some names hold dots; else along the path. */
function claimIn(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  return claim.split('.').reduce<unknown>((value, name) => own(value, name), claims);
}

/**
 * The groups somebody belongs to, as their provider says; none where it says nothing.
 * @returns undefined where it says that there are too many to list (`_claim_names`, as Entra ID does): then nobody knows
 */
export function groupsIn(claims: Claims, claim: string): ReadonlySet<string> | undefined {
  const said = claimIn(claims, claim);
  if (said === undefined && own(claims['_claim_names'], claim) !== undefined) return undefined;
  const list = typeof said === 'string' ? [said] : Array.isArray(said) ? said : [];
  return new Set(
    list
      .slice(0, MOST_SAID)
      .filter((group): group is string => typeof group === 'string')
      .map((group) => group.trim())
      .filter((group) => group !== ''),
  );
}

/** The roles that groups stand for; a group that is not in the table stands for none. */
export const rolesFor = (groups: ReadonlySet<string>, table: readonly GroupRole[]): Role[] => [
  ...new Set(table.filter(({ group }) => groups.has(group)).map(({ role }) => role)),
];
