import type ICAL from 'ical.js';

/** Seconds between two beats of a rule; they are told by the clock on the wall, without summer time. */
const BEATS: Readonly<Record<string, number>> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3_600,
  DAILY: 86_400,
  WEEKLY: 604_800,
};
/** Every month has so many days: a start on one of them is one in whatever month it is moved to. */
const SHORTEST_MONTH = 28;

const wall = ({ year, month, day, hour, minute, second }: ICAL.Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;

/**
 * Where a recurrence may be entered so that what it gives from a day on is the same: a whole number of its beats later,
 * and still before that day. A series of many years is then followed for the days that matter and not from its beginning.
 * A count is lowered by what lies before.
 * @returns undefined where only the whole way tells what comes
 */
export function startNear(rule: ICAL.Recur, start: ICAL.Time, day: string): ICAL.Time | undefined {
  if (!(rule.interval >= 1)) return undefined;
  const by = Object.keys(rule.parts);
  // Of a rule that narrows down, nobody knows how many were counted on the way.
  if (rule.count && by.length > 0) return undefined;
  const beats = beatsBefore(rule, start, Temporal.PlainDate.from(day), by);
  // One beat earlier: the week, month or year it is entered in is then whole.
  const skipped = Math.min(beats - 1, rule.count ? rule.count - 1 : Number.POSITIVE_INFINITY);
  if (!(skipped >= 1)) return undefined;
  if (rule.count) rule.count -= skipped;
  return moved(start, rule, skipped * rule.interval);
}

function beatsBefore(
  rule: ICAL.Recur,
  start: ICAL.Time,
  day: Temporal.PlainDate,
  by: readonly string[],
): number {
  const seconds = BEATS[rule.freq];
  if (seconds !== undefined) {
    // A whole day has no hours to go on by, and weeks are numbered within a year.
    if ((start.isDate && seconds < 86_400) || by.includes('BYWEEKNO')) return 0;
    const until = Date.UTC(day.year, day.month - 1, day.day) / 1_000;
    return Math.floor((until - wall(start)) / (seconds * rule.interval));
  }
  if (start.day > SHORTEST_MONTH) return 0;
  const years = day.year - start.year;
  if (rule.freq === 'YEARLY') return Math.floor(years / rule.interval);
  return rule.freq === 'MONTHLY' ? Math.floor((years * 12 + day.month - start.month) / rule.interval) : 0;
}

function moved(start: ICAL.Time, { freq }: ICAL.Recur, by: number): ICAL.Time {
  const later = start.clone();
  const seconds = BEATS[freq];
  if (seconds !== undefined) {
    const total = seconds * by;
    later.adjust(Math.floor(total / 86_400), 0, 0, total % 86_400);
  } else if (freq === 'YEARLY') later.year += by;
  else {
    const months = start.year * 12 + start.month - 1 + by;
    later.year = Math.floor(months / 12);
    later.month = (months % 12) + 1;
  }
  return later;
}
