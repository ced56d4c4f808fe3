import ICAL from 'ical.js';
import { Fault } from '../../../kernel/errors.ts';
import { UNREADABLE, unfollowed } from './ics-faults.ts';
import { type Moment, momentAt, momentIn, type Place } from './ics-moments.ts';
import { plainRules } from './ics-rule-text.ts';
import { zoneCalled, zonesOf } from './ics-zones.ts';

/** How long an event lasts: so long on the clocks of its place, and then so long in real time. */
export interface Lasting {
  readonly clock: Temporal.Duration;
  readonly ms: number;
}

/** One VEVENT. */
export interface CalendarEvent {
  readonly component: ICAL.Component;
  readonly place: Place;
  readonly uid: string;
  readonly title: string;
  readonly start: Moment;
  readonly lasting: Lasting;
  /** Which occurrence of a series it stands in for, and whether for all that follow too. */
  readonly standsFor: Moment | undefined;
  readonly following: boolean;
  readonly state: 'away' | 'free' | 'cancelled';
}

const NO_CALENDAR = {
  ja: 'iCalendar（.ics）として読み取れません',
  en: 'This is not a valid iCalendar file (.ics)',
};

/** A file may hold several calendars, one after the other. */
function calendarsOf(text: string): ICAL.Component[] {
  // Files come with a mark of their encoding, and with line ends of other times.
  const ics = plainRules(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  let found: ICAL.Component[];
  try {
    const parsed = ICAL.parse(ics) as unknown[];
    const all = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][];
    found = all.map((each) => new ICAL.Component(each));
  } catch (cause) {
    throw new Fault('malformed', { detail: NO_CALENDAR, cause });
  }
  const calendars = found.filter(({ name }) => name === 'vcalendar');
  if (calendars.length === 0) throw new Fault('malformed', { detail: NO_CALENDAR });
  return calendars;
}

const textIn = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').trim();

/** What Outlook says of time that is not taken, or not for certain. */
const NOT_TAKEN = ['FREE', 'TENTATIVE', 'WORKINGELSEWHERE'];

function stateOf(component: ICAL.Component, method: string): CalendarEvent['state'] {
  const said = (name: string) => textIn(component, name).toUpperCase();
  if (method.toUpperCase() === 'CANCEL' || said('status') === 'CANCELLED') return 'cancelled';
  const free =
    said('transp') === 'TRANSPARENT' ||
    said('status') === 'TENTATIVE' ||
    NOT_TAKEN.includes(said('x-microsoft-cdo-busystatus'));
  return free ? 'free' : 'away';
}

const DAY_MS = 86_400_000;
const NOTHING = new Temporal.Duration();
const daysLong = (days: number): Lasting => ({ clock: Temporal.Duration.from({ days }), ms: 0 });
/** The hours, minutes and seconds of a duration: they pass in real time, days on the clock (RFC 5545 §3.3.6). */
const timeOf = ({ hours, minutes, seconds }: Temporal.Duration): number =>
  ((hours * 60 + minutes) * 60 + seconds) * 1_000;

/** Outlook writes a whole day as from midnight to midnight where it was entered, and says so: it is that day everywhere. */
function wholeDay(component: ICAL.Component, at: Moment | undefined, { here }: Place): Moment | undefined {
  const said = textIn(component, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';
  const atMidnight = at?.wall.toPlainTime().equals(new Temporal.PlainTime()) ?? false;
  return at && said && atMidnight && !at.isUtc ? momentAt(true, at.wall, here) : at;
}

function lastingOf(component: ICAL.Component, start: Moment, place: Place): Lasting {
  const end = momentIn(component, 'dtend', place);
  const written = component.getFirstProperty('duration')?.toJSON()[3];
  const duration = written === undefined ? undefined : Temporal.Duration.from(String(written));
  if (start.isDay) {
    const last = end?.wall.round({ smallestUnit: 'day', roundingMode: 'ceil' });
    const days = last
      ? start.wall.until(last, { largestUnit: 'days' }).days
      : Math.ceil(duration?.total({ unit: 'days', relativeTo: start.wall }) ?? 1);
    if (days < 0) throw new RangeError('it ends before it begins');
    // Many programs write the day itself as its end.
    return daysLong(Math.max(1, days));
  }
  if (!end) {
    const clock = Temporal.Duration.from({ weeks: duration?.weeks ?? 0, days: duration?.days ?? 0 });
    if (duration && duration.sign < 0) throw new RangeError('it ends before it begins');
    return { clock, ms: timeOf(duration ?? NOTHING) };
  }
  if (end.ms < start.ms) throw new RangeError('it ends before it begins');
  const sameClock = end.zone === start.zone || momentAt(false, end.wall, start.zone).ms === end.ms;
  return sameClock && !end.isDay
    ? { clock: start.wall.until(end.wall), ms: 0 }
    : { clock: NOTHING, ms: end.ms - start.ms };
}

/** When an occurrence that begins at a moment is over. */
export function endOf({ wall, zone, ms, lastsMs }: Moment, lasting: Lasting): number {
  if (lastsMs !== undefined) return ms + lastsMs;
  if (lasting.clock.blank) return ms + lasting.ms;
  const end = zone.instantOf(wall.add(lasting.clock)).epochMilliseconds + lasting.ms;
  // An hour that clocks leave out is the one after it: what lasts no longer would be over before it begins.
  return end > ms ? end : ms + lasting.clock.total({ unit: 'milliseconds', relativeTo: wall }) + lasting.ms;
}

/** How many days an occurrence reaches at most. */
export const daysLasting = (start: Moment, lasting: Lasting): number =>
  Math.ceil((endOf(start, lasting) - start.ms) / DAY_MS);

function eventOf(component: ICAL.Component, place: Place, method: string): CalendarEvent | undefined {
  try {
    const state = stateOf(component, method);
    const [standsFor] = component.hasProperty('recurrence-id')
      ? [momentIn(component, 'recurrence-id', place)]
      : [];
    const title = textIn(component, 'summary') || '—';
    // What is cancelled may tell no more than which one it is.
    const start =
      wholeDay(component, momentIn(component, 'dtstart', place), place) ??
      (state === 'cancelled' ? standsFor : undefined);
    const uid = textIn(component, 'uid') || `${title} ${start?.ms ?? ''}`;
    const range = component.getFirstProperty('recurrence-id')?.getParameter('range');
    const known = { component, place, uid, title, standsFor, following: range === 'THISANDFUTURE', state };
    if (state === 'cancelled') {
      const any = start ?? momentAt(true, new Temporal.PlainDateTime(1970, 1, 1), place.here);
      return { ...known, start: any, lasting: daysLong(1) };
    }
    if (!start) return undefined;
    return { ...known, start, lasting: lastingOf(component, start, place) };
  } catch (cause) {
    throw unfollowed(component, UNREADABLE, cause);
  }
}

/** Which of two descriptions of an event is newer (RFC 5545 §3.8.7.4, then by when it was written); 0 where nothing tells. */
function byAge(a: CalendarEvent, b: CalendarEvent): number {
  const sequence = ({ component }: CalendarEvent) => Number(textIn(component, 'sequence')) || 0;
  const written = ({ component }: CalendarEvent) =>
    textIn(component, 'last-modified') || textIn(component, 'dtstamp');
  return sequence(a) - sequence(b) || written(a).localeCompare(written(b), 'en');
}

/**
 * The events of a file by their names, each once: of several descriptions of one only the newest counts. Where nothing
 * tells which is newer they are taken for events of their own that share a name.
 * @throws Fault `malformed` where it is no calendar, `invalid` naming an event that cannot be read
 */
export function eventsOf(ics: string, timeZone: string): Map<string, CalendarEvent[]> {
  const newest = new Map<string, CalendarEvent[]>();
  for (const calendar of calendarsOf(ics)) {
    const place = { here: zoneCalled(timeZone), own: zonesOf(calendar) };
    const method = textIn(calendar, 'method');
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const event = eventOf(component, place, method);
      if (!event) continue;
      const which = `${event.standsFor?.ms ?? ''} ${event.uid}`;
      const known = newest.get(which) ?? [];
      const age = known[0] ? byAge(event, known[0]) : 1;
      if (age > 0) newest.set(which, [event]);
      else if (age === 0 && known.every(({ start }) => start.ms !== event.start.ms))
        newest.set(which, [...known, event]);
    }
  }
  return Map.groupBy([...newest.values()].flat(), ({ uid }) => uid);
}
