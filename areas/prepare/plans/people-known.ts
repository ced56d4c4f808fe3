import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { isFresh, routesOf } from '../contact-routes/index.ts';
import { findPeople } from '../contacts/index.ts';
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
  const here = new Set((await findPeople(trx, [...new Set(named)])).map(({ id }) => id));
  const fresh = new Set(
    (await routesOf(trx, [...here]))
      .filter(({ verifiedAt }) => isFresh(verifiedAt, now))
      .map(({ personId }) => personId),
  );
  return { isHere: (id) => here.has(id), isFresh: (id) => fresh.has(id) };
}
