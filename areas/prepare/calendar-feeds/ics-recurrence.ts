import ICAL from 'ical.js';
import { type Moment, momentAt, momentOf, momentsIn, type Place } from './ics-moments.ts';
import { startNear } from './start-near.ts';

/** Of one event, and of all in a file: an hourly one has 8,784 in the year that is looked at. */
const MOST_STEPS_OF_ONE = 10_000;
const MOST_STEPS = 100_000;
/** In so many years every day of the week has met every day of the year, but for the leap days around 2100. */
const YEARS_TRIED = 56;
const SHORTEST_MONTH = 28;
const DAY_NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule that recurs too often to be followed, or on no day at all. */
export class Unfollowable extends Error {
  readonly why: 'too-fine' | 'never';
  constructor(why: 'too-fine' | 'never') {
    super(why);
    this.why = why;
  }
}

/** How far the events of a file may still be followed. */
export interface Steps {
  left: number;
}
export const allSteps = (): Steps => ({ left: MOST_STEPS });

/** The days between which occurrences are looked for, in the zone of the event. */
export interface Reach {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * When an event begins, by its start, its rules, and the dates added and taken out. Those taken out are the same moments
 * in whatever zone they are written; a day takes out all that begins on it.
 * @throws Unfollowable
 */
export function* startsOf(
  component: ICAL.Component,
  start: Moment,
  reach: Reach,
  place: Place,
  steps: Steps,
): Generator<Moment> {
  const ruled = (name: string) =>
    component.getAllProperties(name).flatMap((rule) => [...ruleStarts(rule, start, reach, place, steps)]);
  const taken = [...momentsIn(component, 'exdate', place), ...ruled('exrule')];
  const times = new Set(taken.filter((each) => isLike(each, start)).map(({ ms }) => ms));
  const days = new Set(taken.filter((each) => !isLike(each, start)).map((each) => dayHere(each, start)));
  const added = momentsIn(component, 'rdate', place).map((each) =>
    // A day added to a series of times is that day at its hour.
    each.isDay && !start.isDay
      ? momentAt(false, each.wall.toPlainDate().toPlainDateTime(start.wall.toPlainTime()), start.zone)
      : each,
  );
  const seen = new Set<number>();
  for (const each of [start, ...added, ...ruled('rrule')]) {
    if (seen.has(each.ms) || times.has(each.ms) || days.has(each.wall.toPlainDate().toString())) continue;
    seen.add(each.ms);
    yield each;
  }
}

/** Days are taken out of days and times out of times by being the same; else the day decides. */
const isLike = (taken: Moment, start: Moment): boolean => taken.isDay === start.isDay;

/** The day a moment falls on where the event is told. */
export function dayHere(taken: Moment, start: Moment): string {
  if (taken.isDay) return taken.wall.toPlainDate().toString();
  // As many hours from the start as the moment is: the clocks there are asked for no zone they may not have.
  const from = start.wall.toPlainDate().toPlainDateTime();
  const days = Math.floor((taken.ms - start.zone.instantOf(from).epochMilliseconds) / 86_400_000);
  const day = from.add({ days });
  const next = day.add({ days: 1 });
  const nearest = start.zone.instantOf(next).epochMilliseconds <= taken.ms ? next : day;
  return nearest.toPlainDate().toString();
}

function* ruleStarts(
  property: ICAL.Property,
  start: Moment,
  { earliest, latest }: Reach,
  place: Place,
  steps: Steps,
): Generator<Moment> {
  // Without a zone it is told by the clocks of the event.
  const { until } = property.toJSON()[3] as { until?: string };
  const end =
    until === undefined
      ? undefined
      : endOf(momentOf(until, undefined, { ...place, here: start.zone }), start);
  const rule = property.getFirstValue() as ICAL.Recur;
  rule.until = null;
  // Other calendars than the Gregorian one are written as a scale that the library does not read.
  const { rscale = 'GREGORIAN' } = property.toJSON()[3] as { rscale?: string };
  if (!isFollowed(rule) || rscale.toUpperCase() !== 'GREGORIAN')
    throw new RangeError('a rule that is not valid, or of a kind that is not followed');
  keepDay(rule, start);
  const first = icalTime(start);
  if (!fallsBetween(rule, start, earliest, latest)) return;
  const found = rule.iterator(startNear(rule, first, earliest) ?? first);
  for (let n = 0; n < MOST_STEPS_OF_ONE && steps.left > 0; n += 1, steps.left -= 1) {
    const next = found.next();
    if (!next) return;
    const { year, month, day, hour, minute, second } = next;
    const wall = new Temporal.PlainDateTime(year, month, day, hour, minute, second);
    const on = wall.toPlainDate().toString();
    if (on > latest) return;
    if (on < earliest) continue;
    const at = momentAt(start.isDay, wall, start.zone);
    if (end !== undefined && at.ms > end) return;
    yield at;
  }
  throw new Unfollowable('too-fine');
}

/** The library takes the positions of a set for days of the week alone, no week by its number, and nothing for something where it is not valid. */
function isFollowed(rule: ICAL.Recur): boolean {
  const parts = rule.parts as Parts;
  const has = (name: string): boolean => parts[name] !== undefined;
  const positions = has('BYDAY') && !has('BYMONTHDAY') && !has('BYYEARDAY');
  return (
    rule.interval >= 1 &&
    (rule.count ?? 1) >= 1 &&
    !has('BYWEEKNO') &&
    (!has('BYSETPOS') || (positions && ['MONTHLY', 'YEARLY'].includes(rule.freq)))
  );
}

/** What falls on the 29th to the 31st skips months that have no such day; the library would go on to the next month. */
function keepDay(rule: ICAL.Recur, { wall }: Moment): void {
  const parts = rule.parts as Record<string, number[] | undefined>;
  const free = !['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'].some((name) => parts[name]);
  if (wall.day <= SHORTEST_MONTH || !free || !['MONTHLY', 'YEARLY'].includes(rule.freq)) return;
  parts['BYMONTHDAY'] = [wall.day];
  if (rule.freq === 'YEARLY') parts['BYMONTH'] ??= [wall.month];
}

/** The last moment of a series; a day ends a series of times when it is over. */
function endOf(until: Moment, start: Moment): number {
  if (!until.isDay || start.isDay) return until.ms;
  const next = until.wall.toPlainDate().add({ days: 1 }).toPlainDateTime();
  return start.zone.instantOf(next).epochMilliseconds - 1;
}

function icalTime({ isDay, wall }: Moment): ICAL.Time {
  const { year, month, day, hour, minute, second } = wall;
  return new ICAL.Time(
    { year, month, day, hour, minute, second, isDate: isDay },
    ICAL.Timezone.localTimezone,
  );
}

type Parts = Readonly<Record<string, readonly (string | number)[] | undefined>>;

/**
 * Whether a rule can fall on any day between two, by what each day of it has to be. One that cannot keeps whoever follows
 * it busy for ever.
 * @throws Unfollowable where it falls on no day at all
 */
function fallsBetween(rule: ICAL.Recur, start: Moment, earliest: string, latest: string): boolean {
  const parts = rule.parts as Parts;
  if (Object.keys(parts).length === 0 && rule.interval === 1) return true;
  const fits = dayTest(rule, parts, start.wall.toPlainDate());
  const from = start.wall.toPlainDate();
  const [, begin = earliest] = [from.toString(), earliest].sort();
  for (let day = Temporal.PlainDate.from(begin); day.toString() <= latest; day = day.add({ days: 1 }))
    if (fits(day)) return true;
  const end = from.add({ years: YEARS_TRIED * Math.min(rule.interval, 7) });
  for (let day = from; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 }))
    if (fits(day)) return false;
  throw new Unfollowable('never');
}

/** What every day of a rule has to be; of ordinals only the day of the week. */
function dayTest(
  rule: ICAL.Recur,
  parts: Parts,
  start: Temporal.PlainDate,
): (day: Temporal.PlainDate) => boolean {
  const numbers = (name: string) => parts[name]?.map(Number);
  const months = numbers('BYMONTH');
  const monthDays = numbers('BYMONTHDAY');
  const yearDays = numbers('BYYEARDAY');
  const weekDays = parts['BYDAY']?.map((each) => DAY_NAMES.indexOf(String(each).slice(-2)) + 1);
  const counted = (given: readonly number[] | undefined, nth: number, of: number) =>
    given === undefined || given.some((each) => (each < 0 ? of + each + 1 : each) === nth);
  const apart = (day: Temporal.PlainDate): number | undefined => {
    if (rule.freq === 'YEARLY') return day.year - start.year;
    if (rule.freq === 'MONTHLY') return (day.year - start.year) * 12 + day.month - start.month;
    return rule.freq === 'DAILY' ? start.until(day, { largestUnit: 'days' }).days : undefined;
  };
  return (day) => {
    const beats = apart(day);
    return (
      (months === undefined || months.includes(day.month)) &&
      counted(monthDays, day.day, day.daysInMonth) &&
      counted(yearDays, day.dayOfYear, day.daysInYear) &&
      (weekDays === undefined || weekDays.includes(day.dayOfWeek)) &&
      (beats === undefined || beats % rule.interval === 0)
    );
  };
}
