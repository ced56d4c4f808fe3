import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findPeople } from '../contacts/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { LEAVE } from './register.ts';
import { awayAt } from './rules.ts';
import type { Leave } from './schema.ts';
import { readDuty } from './store.ts';

/** Who is on leave at a moment, in the time of the organisation. */
export const whoIsAway = async (
  trx: Transaction<Tables>,
  at: Temporal.Instant,
): Promise<ReadonlySet<string>> => awayAt(await allLeave(trx), await readZone(trx), at);

/** All leave as it stands, for asking about many moments. */
export const allLeave = async (trx: Transaction<Tables>): Promise<Leave[]> =>
  (await readRegister(trx, LEAVE)).map(({ entry }) => entry);

/** The people on duty in the order in which they are asked. */
export async function whoIsOn(trx: Transaction<Tables>): Promise<PersonView[]> {
  const order = await readDuty(trx);
  const people = new Map((await findPeople(trx, order)).map((person) => [person.id, person]));
  return order.flatMap((id) => people.get(id) ?? []);
}
