import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findPeople } from '../contacts/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { readDuty } from './store.ts';

/** The people on duty in the order in which they are asked. */
export async function whoIsOn(trx: Transaction<Tables>): Promise<PersonView[]> {
  const order = await readDuty(trx);
  const people = new Map((await findPeople(trx, order)).map((person) => [person.id, person]));
  return order.flatMap((id) => people.get(id) ?? []);
}
