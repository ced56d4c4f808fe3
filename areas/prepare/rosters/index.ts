import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findPeople } from '../contacts/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { LEAVE } from './register.ts';
import { readDuty } from './store.ts';

/** Who is on leave at a moment, in the time of the organisation. */
export async function whoIsAway(
  trx: Transaction<Tables>,
  at: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const day = at
    .toZonedDateTimeISO(await readZone(trx))
    .toPlainDate()
    .toString();
  const leave = await readRegister(trx, LEAVE);
  return new Set(
    leave.flatMap(({ entry: { personId, from, until } }) => (from <= day && day <= until ? personId : [])),
  );
}

/** The people on duty in the order in which they are asked. */
export async function whoIsOn(trx: Transaction<Tables>): Promise<PersonView[]> {
  const order = await readDuty(trx);
  const people = new Map((await findPeople(trx, order)).map((person) => [person.id, person]));
  return order.flatMap((id) => people.get(id) ?? []);
}
