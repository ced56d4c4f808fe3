import type { PlanRole } from '../../prepare/plans/schema.ts';
import type { STRAINS } from '../roles/schema.ts';

export interface HeldRole {
  readonly role: string;
  readonly name: string;
  readonly personId: string;
}
export interface Load {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly openTasks: number;
  readonly strains: readonly (typeof STRAINS)[number][];
  readonly relief: { readonly role: string; readonly personId: string } | undefined;
}

/** More than two roles, or five open tasks, is more than one person sees through at once. */
const MOST_ROLES = 2;
const MOST_TASKS = 5;
/** Where no plan says so: who speaks with the contractor does not also lead the site (C8-L1). */
const APART: readonly (readonly [string, string])[] = [['contractor-window', 'site-lead']];

const mustBeApart = (one: string, other: string, plan: readonly PlanRole[]): boolean =>
  plan.some(
    ({ key, apartFrom }) =>
      (key === one && apartFrom.includes(other)) || (key === other && apartFrom.includes(one)),
  ) || APART.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

/** What everybody holds, the most loaded first, with a warning where it is too much and who could relieve them (C6-L3, C8-A1). */
export function loadsOf(
  held: readonly HeldRole[],
  openTasks: readonly { readonly personId: string | null }[],
  plan: readonly PlanRole[],
): Load[] {
  const people = [
    ...new Set([
      ...held.map(({ personId }) => personId),
      ...openTasks.flatMap(({ personId }) => personId ?? []),
    ]),
  ];
  const rolesOf = (id: string): string[] =>
    held.filter(({ personId }) => personId === id).map(({ role }) => role);
  const tasksOf = (id: string): number => openTasks.filter(({ personId }) => personId === id).length;
  const weight = (id: string): number => rolesOf(id).length * 2 + tasksOf(id);
  return people
    .map((personId): Load => {
      const roles = rolesOf(personId);
      const clash = roles.find((one, i) => roles.slice(i + 1).some((other) => mustBeApart(one, other, plan)));
      const count = tasksOf(personId);
      const tooMuch = roles.length > MOST_ROLES || count >= MOST_TASKS;
      const strains = [...(clash ? (['apart'] as const) : []), ...(tooMuch ? (['tooMuch'] as const) : [])];
      const give = clash ?? roles.at(-1);
      return {
        personId,
        roles,
        openTasks: count,
        strains,
        relief:
          strains.length > 0 && give ? reliefFor(give, personId, people, weight, plan, rolesOf) : undefined,
      };
    })
    .sort((a, b) => weight(b.personId) - weight(a.personId) || (a.personId < b.personId ? -1 : 1));
}

/** The plan's deputies for the role first, then whoever is here; of these the one who holds least and may hold it. */
function reliefFor(
  role: string,
  from: string,
  people: readonly string[],
  weight: (id: string) => number,
  plan: readonly PlanRole[],
  rolesOf: (id: string) => readonly string[],
): { role: string; personId: string } | undefined {
  const deputies = plan.find(({ key }) => key === role)?.deputyIds ?? [];
  const torn = (id: string): boolean =>
    rolesOf(id).some((one, i, all) => all.slice(i + 1).some((other) => mustBeApart(one, other, plan)));
  // Whoever holds what must be apart already is no relief for anybody.
  const free = (id: string): boolean =>
    id !== from && !torn(id) && !rolesOf(id).some((other) => mustBeApart(role, other, plan));
  const lightest = (ids: readonly string[]): string | undefined =>
    ids.filter(free).toSorted((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1))[0];
  const personId = lightest(deputies) ?? lightest(people.filter((id) => weight(id) < weight(from)));
  return personId === undefined ? undefined : { role, personId };
}
