import ICAL from 'ical.js';
import { Fault } from '../../../kernel/errors.ts';

/** Days somebody is away, both ends included, and what the calendar calls it. */
export interface Absence {
  readonly uid: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
}

/** A recurrence is followed for so many steps at most; a rule by the second would never end. */
const MOST_STEPS = 5_000;
const MOST_DAYS = 2_000;

/**
 * Reads the days on which the events of a calendar file lie (RFC 5545, recurrences included), within two days given.
 * Whole days and times without a zone are taken as they are written; times with a zone as the days they fall on here.
 * @param timeZone where the days are counted
 * @throws Fault `malformed` when it is no calendar file
 */
export function readAbsences(ics: string, timeZone: string, first: string, last: string): Absence[] {
  const calendar = parsed(ics);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((each) => {
      const zone = new ICAL.Timezone(each);
      return [zone.tzid, zone] as const;
    }),
  );
  const days = calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    if (!event.startDate) return [];
    return occurrences(event, last).flatMap(({ start, end }) => {
      const from = dayOf(start, zones, timeZone, 0);
      // An end is exclusive: a day ends where the next begins.
      const until = dayOf(end, zones, timeZone, start.isDate ? -1 : 0, !start.isDate);
      return spanOf(from, [from, until].sort().at(-1) ?? from)
        .filter((day) => day >= first && day <= last)
        .map((day) => ({ uid: event.uid || event.summary, title: event.summary || '—', day }));
    });
  });
  return merged(days.slice(0, MOST_DAYS));
}

function parsed(ics: string): ICAL.Component {
  try {
    const component = new ICAL.Component(ICAL.parse(ics) as unknown[]);
    if (component.name === 'vcalendar') return component;
  } catch (cause) {
    throw new Fault('malformed', {
      detail: { ja: 'iCalendar（.ics）として読めません', en: 'This is not an iCalendar file (.ics)' },
      cause,
    });
  }
  throw new Fault('malformed', {
    detail: { ja: 'iCalendar（.ics）として読めません', en: 'This is not an iCalendar file (.ics)' },
  });
}

function occurrences(event: ICAL.Event, last: string): { start: ICAL.Time; end: ICAL.Time }[] {
  if (!event.isRecurring()) return [{ start: event.startDate, end: event.endDate }];
  const found: { start: ICAL.Time; end: ICAL.Time }[] = [];
  const steps = event.iterator();
  for (let n = 0; n < MOST_STEPS; n += 1) {
    const next = steps.next();
    if (!next || written(next) > last) break;
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    found.push({ start: startDate, end: endDate });
  }
  return found;
}

const two = (n: number): string => String(n).padStart(2, '0');
const written = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The local day of a time; never by the zone this process runs in. */
function dayOf(
  time: ICAL.Time,
  zones: ReadonlyMap<string, ICAL.Timezone>,
  timeZone: string,
  shift: number,
  exclusive = false,
): string {
  const plain = Temporal.PlainDateTime.from({
    year: time.year,
    month: time.month,
    day: time.day,
    ...(!time.isDate && { hour: time.hour, minute: time.minute, second: time.second }),
  });
  const local = time.isDate ? plain : (zoned(time, plain, zones, timeZone) ?? plain);
  const end = exclusive ? local.subtract({ seconds: 1 }) : local;
  return end.toPlainDate().add({ days: shift }).toString();
}

function zoned(
  time: ICAL.Time,
  plain: Temporal.PlainDateTime,
  zones: ReadonlyMap<string, ICAL.Timezone>,
  timeZone: string,
): Temporal.PlainDateTime | undefined {
  const here = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  if (time.zone === ICAL.Timezone.utcTimezone) return here(plain.toZonedDateTime('UTC').toInstant());
  const { tzid } = time.zone ?? {};
  const own = tzid === undefined ? undefined : zones.get(tzid);
  if (own) {
    const offset = own.utcOffset(time);
    return here(plain.toZonedDateTime('UTC').toInstant().subtract({ seconds: offset }));
  }
  if (tzid === undefined || tzid === 'floating') return undefined;
  try {
    return here(plain.toZonedDateTime(tzid).toInstant());
  } catch {
    // A zone nobody knows and the file does not describe: taken as it is written.
    return undefined;
  }
}

function spanOf(from: string, until: string): string[] {
  const days: string[] = [];
  for (
    let day = Temporal.PlainDate.from(from);
    day.toString() <= until && days.length < MOST_DAYS;
    day = day.add({ days: 1 })
  )
    days.push(day.toString());
  return days;
}

/** Days that follow one another under one name are one absence. */
function merged(days: readonly { uid: string; title: string; day: string }[]): Absence[] {
  const found: Absence[] = [];
  for (const [uid, list] of Map.groupBy(days, (each) => each.uid))
    for (const { day, title } of list.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
      const before = found.at(-1);
      const next = before && Temporal.PlainDate.from(before.until).add({ days: 1 }).toString();
      if (before?.uid === uid && (before.until === day || next === day))
        found[found.length - 1] = { ...before, until: day };
      else found.push({ uid, title, from: day, until: day });
    }
  return found;
}
