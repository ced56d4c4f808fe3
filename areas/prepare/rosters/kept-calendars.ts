import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { CALENDARS } from '../calendars/register.ts';
import { type KeptCalendar, keptCalendar, usualOf, type WrittenCalendar } from '../calendars/rules.ts';
import type { Calendar } from '../calendars/schema.ts';
import { readZone } from '../parties/index.ts';
import { firstWritten, historyOf } from '../registers/index.ts';
import { ROSTERS } from './register.ts';
import type { Roster } from './schema.ts';

/** Which of these a roster is read by: the one it names, else everybody's. */
export const calendarFor = (
  calendars: readonly Calendar[],
  { calendar }: Pick<Roster, 'calendar'>,
  timeZone: string,
): Calendar => calendars.find(({ key }) => key === calendar) ?? usualOf(calendars, timeZone);

/** The calendar of each roster through time: who was on by a day off stays so when that day is written anew. */
export async function keptCalendars(
  trx: Transaction<Tables>,
): Promise<(roster: Pick<Roster, 'key' | 'calendar'>) => KeptCalendar> {
  const timeZone = await readZone(trx);
  const history: WrittenCalendar[] = await historyOf(trx, CALENDARS);
  const since = await firstWritten(trx, ROSTERS.register);
  return (roster) =>
    keptCalendar(history, since.get(roster.key), (calendars) => calendarFor(calendars, roster, timeZone));
}
