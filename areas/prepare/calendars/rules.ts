import type { Band, Calendar } from './schema.ts';

/** Dates (ISO 8601) that are public holidays, substitute and citizens' holidays included. Handed in: laws change. */
export type Holidays = ReadonlySet<string>;

const NONE: Holidays = new Set();
export const holidaysOf = (calendar: Calendar, public_: Holidays): Holidays =>
  calendar.publicHolidays === 'jp' ? public_ : NONE;

/** True for a date on which the place does not work: weekend, public holiday or closure, unless it is opened. */
export function isDayOff(calendar: Calendar, date: Temporal.PlainDate, holidays: Holidays): boolean {
  const iso = date.toString();
  if (calendar.openOn.includes(iso)) return false;
  return (
    !calendar.workdays.includes(date.dayOfWeek) ||
    holidaysOf(calendar, holidays).has(iso) ||
    calendar.closures.includes(iso.slice(5)) ||
    calendar.closedOn.includes(iso)
  );
}

/**
 * The band of a moment, in the calendar's own zone. A day off is `holiday` from midnight to midnight; a working day is
 * `day` from `dayFrom` (inclusive) to `dayUntil` (exclusive) and `night` otherwise (C9-L1).
 */
export function bandAt(calendar: Calendar, at: Temporal.Instant, holidays: Holidays): Band {
  const local = at.toZonedDateTimeISO(calendar.timeZone);
  if (isDayOff(calendar, local.toPlainDate(), holidays)) return 'holiday';
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const { dayFrom, dayUntil } = calendar;
  const within =
    dayFrom < dayUntil ? clock >= dayFrom && clock < dayUntil : clock >= dayFrom || clock < dayUntil;
  return within ? 'day' : 'night';
}
