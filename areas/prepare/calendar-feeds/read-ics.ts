import ICAL from 'ical.js';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import { startNear } from './start-near.ts';

/** Days somebody is away, both ends included, and what the calendar calls it. */
export interface Absence {
  readonly uid: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
}

/** Of one event, and of all in a file: an hourly one has 8,784 in the year that is looked at. */
const MOST_STEPS_OF_ONE = 10_000;
const MOST_STEPS = 100_000;
/** A hundred people's whole year; and what becomes an entry of the register each. */
const MOST_DAYS = 40_000;
const MOST_ABSENCES = 2_000;
/** So far a time may lie from the day it falls on elsewhere, and then some. */
const MARGIN_DAYS = 3;
const SECONDS_A_DAY = 86_400;
/** Nobody is away for longer at a stretch. */
const LONGEST_DAYS = 3_660;

/** What is looked at, and where. */
interface Window {
  readonly timeZone: string;
  /** Every day of it. */
  readonly days: readonly string[];
}
type Zones = ReadonlyMap<string, ICAL.Timezone>;
interface Day {
  readonly uid: string;
  readonly title: string;
  readonly day: string;
}

/**
 * Reads the days on which the events of a calendar file lie (RFC 5545, recurrences included), within two days given.
 * Whole days and times without a zone are taken as they are written; times with a zone as the days they fall on here.
 * @param timeZone where the days are counted
 * @throws Fault `malformed` when it is no calendar file, `invalid` that names an event nobody can follow
 */
export function readAbsences(ics: string, timeZone: string, first: string, last: string): Absence[] {
  const calendar = parsed(ics);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((each) => {
      const zone = new ICAL.Timezone(each);
      return [zone.tzid, zone] as const;
    }),
  );
  const components = calendar.getAllSubcomponents('vevent');
  const exceptions = Map.groupBy(
    components.filter((each) => each.hasProperty('recurrence-id')),
    (each) => each.getFirstPropertyValue('uid'),
  );
  const steps = { left: MOST_STEPS };
  const window = { timeZone, days: spanOf(first, last) };
  const days = new Map<string, Day>();
  for (const component of components) {
    // What was moved is told by its own event; the series only has to know that it was.
    const moved = component.hasProperty('recurrence-id')
      ? []
      : (exceptions.get(component.getFirstPropertyValue('uid')) ?? []);
    for (const day of daysOf(component, moved, zones, window, steps)) {
      days.set(`${day.uid} ${day.day}`, day);
      if (days.size > MOST_DAYS) throw TOO_MANY();
    }
  }
  const absences = merged([...days.values()]);
  if (absences.length > MOST_ABSENCES) throw TOO_MANY();
  return absences;
}

function* daysOf(
  component: ICAL.Component,
  moved: ICAL.Component[],
  zones: Zones,
  { timeZone, days }: Window,
  steps: { left: number },
): Generator<Day> {
  try {
    const event = new ICAL.Event(component, { exceptions: moved });
    if (!event.startDate) return;
    for (const { start, end } of occurrences(event, days.at(0) ?? '', days.at(-1) ?? '', steps)) {
      const from = dayOf(start, zones, timeZone, 0);
      // An end is exclusive: a day ends where the next begins.
      const until = dayOf(end, zones, timeZone, start.isDate ? -1 : 0, !start.isDate);
      const [, last = until] = [from, until].sort();
      for (const day of days.filter((each) => each >= from && each <= last))
        yield { uid: event.uid || event.summary, title: event.summary || '—', day };
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw unfollowed(component, UNREADABLE, cause);
  }
}

const UNREADABLE: Bilingual = {
  ja: '日時か繰り返しの規則が正しくありません',
  en: 'its time or its rule of recurrence is not valid',
};
const TOO_FINE: Bilingual = {
  ja: '繰り返しが細かすぎるか多すぎます',
  en: 'it recurs too often',
};

const TOO_MANY = (): Fault =>
  invalidField('ics', {
    ja: `カレンダーファイルの予定が多すぎます（1年に${MOST_ABSENCES}件まで）。不在の予定だけにして書き出し直してください`,
    en: `The calendar file holds too many events (at most ${MOST_ABSENCES} in a year): export it again with absences only`,
  });

/** Names the event and the mend. */
function unfollowed(component: ICAL.Component, why: Bilingual, cause?: unknown): Fault {
  const title = shorten(String(component.getFirstPropertyValue('summary') ?? '—'), 80);
  const mend = {
    ja: `カレンダーファイルの予定「${title}」を読み取れません：${why.ja}。カレンダーでこの予定を直すか除いて、書き出し直してください`,
    en: `The event “${title}” of the calendar file cannot be followed: ${why.en}. Mend it or leave it out in the calendar, and export the file again`,
  };
  return new Fault('invalid', { fields: [{ field: 'ics', mend }], cause });
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

function* occurrences(
  event: ICAL.Event,
  first: string,
  last: string,
  steps: { left: number },
): Generator<{ start: ICAL.Time; end: ICAL.Time }> {
  if (!event.isRecurring()) {
    yield { start: event.startDate, end: event.endDate };
    return;
  }
  const lasts = Math.ceil(Math.abs(event.duration.toSeconds()) / SECONDS_A_DAY);
  const earliest = Temporal.PlainDate.from(first)
    .subtract({ days: Math.min(lasts, LONGEST_DAYS) + MARGIN_DAYS })
    .toString();
  const found = event.iterator(startNear(event, earliest));
  // What was moved together with all that follow may begin on any day.
  const wanted = event.rangeExceptions.length > 0 ? '' : earliest;
  for (let n = 0; n < MOST_STEPS_OF_ONE && steps.left > 0; n += 1, steps.left -= 1) {
    const next = found.next();
    if (!next || written(next) > last) return;
    if (written(next) < wanted) continue;
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    yield { start: startDate, end: endDate };
  }
  throw unfollowed(event.component, TOO_FINE);
}

const two = (n: number): string => String(n).padStart(2, '0');
const written = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The local day of a time; never by the zone this process runs in. */
function dayOf(time: ICAL.Time, zones: Zones, timeZone: string, shift: number, exclusive = false): string {
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
  zones: Zones,
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
  for (let day = Temporal.PlainDate.from(from); day.toString() <= until; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}

/** Days that follow one another under one name are one absence. */
function merged(days: readonly Day[]): Absence[] {
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
