import type ICAL from 'ical.js';
import { BEATS, daysOf, dayTest, neverComes } from './ics-days.ts';
import { type Moment, momentAt, momentOf, momentsIn, type Place } from './ics-moments.ts';
import { saysOnlyWhatIsRead } from './ics-rule-text.ts';

/** Of one event, and of all in a file: an hourly one has 8,784 in the year that is looked at. */
const MOST_STEPS_OF_ONE = 10_000;
const MOST_STEPS = 100_000;

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
  const written = property.toJSON()[3] as { rscale?: string };
  const { rscale = 'GREGORIAN' } = written;
  if (!isFollowed(rule) || !saysOnlyWhatIsRead(written) || rscale.toUpperCase() !== 'GREGORIAN')
    throw new RangeError('a rule that is not valid, or of a kind that is not followed');
  for (const wall of wallsOf(rule, start, { earliest, latest }, steps)) {
    const on = wall.toPlainDate().toString();
    if (on > latest) return;
    if (on < earliest) continue;
    const at = momentAt(start.isDay, wall, start.zone);
    if (end !== undefined && at.ms > end) return;
    yield at;
  }
}

/** By the clock on the wall, each counted as a step. */
function* wallsOf(
  rule: ICAL.Recur,
  start: Moment,
  reach: Reach,
  steps: Steps,
): Generator<Temporal.PlainDateTime> {
  const beat = BEATS[rule.freq];
  const walls = beat === undefined ? onDays(rule, start, reach) : withinDays(rule, start, beat, reach);
  let taken = 0;
  for (const wall of walls) {
    if (taken >= MOST_STEPS_OF_ONE || steps.left <= 0) throw new Unfollowable('too-fine');
    taken += 1;
    steps.left -= 1;
    if (wall) yield wall;
  }
}

/**
 * What recurs within a day goes from beat to beat by the clock on the wall, entered near the days that are asked for;
 * undefined where a beat is none of the series, for it is a step all the same.
 */
function* withinDays(
  rule: ICAL.Recur,
  start: Moment,
  beat: number,
  { earliest, latest }: Reach,
): Generator<Temporal.PlainDateTime | undefined> {
  const parts = rule.parts as Parts;
  const narrowed = Object.keys(parts).length > 0;
  // Of a rule that narrows down nobody knows how many were counted on the way.
  if (rule.count && narrowed) throw new RangeError('a count of what is narrowed down');
  const onDay = dayTest(rule, start.wall.toPlainDate());
  const fits = (name: string, value: number) => parts[name]?.map(Number).includes(value) ?? true;
  const length = beat * rule.interval;
  const day = Temporal.PlainDate.from(earliest).toPlainDateTime();
  const first = Math.floor(start.wall.until(day).total({ unit: 'seconds', relativeTo: start.wall }) / length);
  for (let n = Math.max(0, first); n < (rule.count ?? Number.POSITIVE_INFINITY); n += 1) {
    const wall = start.wall.add({ seconds: n * length });
    if (wall.toPlainDate().toString() > latest) return;
    const { hour, minute, second } = wall;
    const fitting =
      fits('BYHOUR', hour) &&
      fits('BYMINUTE', minute) &&
      fits('BYSECOND', second) &&
      onDay(wall.toPlainDate());
    yield fitting ? wall : undefined;
  }
}

/** What recurs by days has them worked out here: the library leaves out or adds some where parts of a rule meet. */
function* onDays(rule: ICAL.Recur, start: Moment, reach: Reach): Generator<Temporal.PlainDateTime> {
  const parts = rule.parts as Parts;
  const at = start.wall.toPlainTime();
  const each = (name: string, own: number) => (parts[name]?.map(Number) ?? [own]).toSorted((a, b) => a - b);
  const times = each('BYHOUR', at.hour).flatMap((hour) =>
    each('BYMINUTE', at.minute).flatMap((minute) =>
      each('BYSECOND', at.second).map((second) => new Temporal.PlainTime(hour, minute, second)),
    ),
  );
  // Which of several times of a day a position or a count means is not followed.
  if (times.length > 1 && (parts['BYSETPOS'] || rule.count))
    throw new RangeError('times of a day are counted');
  let any = false;
  for (const day of daysOf(rule, start.wall.toPlainDate(), reach)) {
    any = true;
    for (const time of times) yield day.toPlainDateTime(time);
  }
  if (!any && neverComes(rule, start.wall.toPlainDate())) throw new Unfollowable('never');
}

function isFollowed({ freq, interval, count, parts }: ICAL.Recur): boolean {
  const positions = (parts as Parts)['BYSETPOS'] !== undefined;
  return Boolean(freq) && interval >= 1 && (count ?? 1) >= 1 && !(positions && BEATS[freq] !== undefined);
}

/** The last moment of a series; a day ends a series of times when it is over. */
function endOf(until: Moment, start: Moment): number {
  if (!until.isDay || start.isDay) return until.ms;
  const next = until.wall.toPlainDate().add({ days: 1 }).toPlainDateTime();
  return start.zone.instantOf(next).epochMilliseconds - 1;
}

type Parts = Readonly<Record<string, readonly (string | number)[] | undefined>>;
