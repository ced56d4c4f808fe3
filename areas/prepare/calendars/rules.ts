import { type Band, type Calendar, USUAL_CALENDAR } from './schema.ts';

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

/** The calendar a site keeps, else the one called `usual`, else the only one; undefined where none of these is there. */
export function calendarOf(calendars: readonly Calendar[], site: string | undefined): Calendar | undefined {
  const own = site === undefined ? undefined : calendars.find(({ sites }) => sites.includes(site));
  const [only, ...others] = calendars;
  return own ?? calendars.find(({ key }) => key === 'usual') ?? (others.length === 0 ? only : undefined);
}

/** Everybody's calendar who names none; usual hours in the organisation's own zone where nobody wrote one. */
export const usualOf = (calendars: readonly Calendar[], timeZone: string): Calendar =>
  calendarOf(calendars, undefined) ?? { ...USUAL_CALENDAR, timeZone };

/** A calendar, and what it was before: a day that has begun stays what it was then, whatever is written afterwards. */
export interface KeptCalendar {
  readonly now: Calendar;
  /** In order, each up to and with a day. */
  readonly earlier: readonly { readonly through: string; readonly calendar: Calendar }[];
}

export const calendarOn = ({ now, earlier }: KeptCalendar, day: string): Calendar =>
  earlier.find(({ through }) => day <= through)?.calendar ?? now;

/** A calendar as it was written at a moment; null where it was removed. */
export interface WrittenCalendar {
  readonly key: string;
  readonly entry: Calendar | null;
  readonly changedAt: Temporal.Instant;
}

/**
 * What one calendar was through time.
 * @param history every version of every calendar
 * @param since from when on anybody went by it; days before are by what it was then
 * @param named which of the calendars there were at a moment it was
 */
export function keptCalendar(
  history: readonly WrittenCalendar[],
  since: Temporal.Instant | undefined,
  named: (calendars: readonly Calendar[]) => Calendar,
): KeptCalendar {
  const there = new Map<string, Calendar>();
  const earlier: { through: string; calendar: Calendar }[] = [];
  let now = named([]);
  for (const { key, entry, changedAt } of history.toSorted((a, b) =>
    Temporal.Instant.compare(a.changedAt, b.changedAt),
  )) {
    if (entry) there.set(key, entry);
    else there.delete(key);
    const next = named([...there.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    if (next !== now && since && Temporal.Instant.compare(since, changedAt) < 0) {
      const through = changedAt.toZonedDateTimeISO(now.timeZone).toPlainDate().toString();
      earlier.push({ through, calendar: now });
    }
    now = next;
  }
  return { now, earlier };
}
