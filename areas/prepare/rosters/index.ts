import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { CALENDARS } from '../calendars/register.ts';
import { findPeople } from '../contacts/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { calendarFor } from './kept-calendars.ts';
import { LEAVE, ROSTERS } from './register.ts';
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

/** Rosters that go by a calendar, named or not: whoever names none goes by everybody's, which is found by its key. */
export async function rostersGoingBy(trx: Transaction<Tables>, calendar: string): Promise<string[]> {
  const zone = await readZone(trx);
  const calendars = (await readRegister(trx, CALENDARS)).map(({ entry }) => entry);
  // Without any, the house's own stands in, and is nobody's to take away.
  return (await readRegister(trx, ROSTERS))
    .filter(({ entry }) => entry.calendar === null && calendarFor(calendars, entry, zone).key === calendar)
    .map(({ key }) => key);
}

/** The people on duty in the order in which they are asked. */
export async function whoIsOn(trx: Transaction<Tables>): Promise<PersonView[]> {
  const order = await readDuty(trx);
  const people = new Map((await findPeople(trx, order)).map((person) => [person.id, person]));
  return order.flatMap((id) => people.get(id) ?? []);
}
