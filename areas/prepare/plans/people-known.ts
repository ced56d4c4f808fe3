import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { isFresh, routesOf } from '../contact-routes/index.ts';
import { findPeople } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { ROSTERS } from '../rosters/register.ts';
import { membersFrom } from '../rosters/rules.ts';
import type { PeopleKnown } from './lint-plan.ts';
import type { Plan } from './schema.ts';

/** Looks up everybody a plan names. */
export async function peopleOf(
  trx: Transaction<Tables>,
  plans: readonly Plan[],
  now: Temporal.Instant,
): Promise<PeopleKnown> {
  const named = plans.flatMap(({ roles }) =>
    roles.flatMap(({ personId, deputyIds }) => [...(personId === null ? [] : [personId]), ...deputyIds]),
  );
  const today = now
    .toZonedDateTimeISO(await readZone(trx))
    .toPlainDate()
    .toString();
  const rosters = new Map(
    (await readRegister(trx, ROSTERS)).map(({ key, entry }) => [key, membersFrom(entry, today)]),
  );
  const rostered = plans.flatMap(({ roles }) =>
    roles.flatMap(({ roster }) => rosters.get(roster ?? '') ?? []),
  );
  const here = new Set((await findPeople(trx, [...new Set([...named, ...rostered])])).map(({ id }) => id));
  const fresh = new Set(
    (await routesOf(trx, [...here]))
      .filter(({ verifiedAt }) => isFresh(verifiedAt, now))
      .map(({ personId }) => personId),
  );
  return {
    isHere: (id) => here.has(id),
    isFresh: (id) => fresh.has(id),
    onRoster: (key) => rosters.get(key) ?? [],
  };
}
