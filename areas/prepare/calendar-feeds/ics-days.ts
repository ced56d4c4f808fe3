import type ICAL from 'ical.js';

/** Seconds between two beats of what recurs within a day. */
export const BEATS: Readonly<Record<string, number>> = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3_600 };
const WEEK_DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** The first of January 1970 was a Thursday. */
const EPOCH_WEEK_DAY = 4;
const EPOCH = new Temporal.PlainDate(1970, 1, 1);
/** In so many years every day of the week has met every day of the year, but for the leap days around 2100. */
const YEARS_TRIED = 56;
const DAYS_OF_YEAR = 366;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day by its number, and what rules ask of one. Plain numbers: a series of many years is walked day by day. */
interface Day {
  readonly n: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly monthLength: number;
  readonly yearDay: number;
  readonly yearLength: number;
  readonly weekDay: number;
}

type Test = (day: Day) => boolean;
interface Walk {
  readonly fits: Test;
  /** Which day, week, month or year of the rule it lies in. */
  readonly period: (day: Day) => number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const numberOf = (day: Temporal.PlainDate): number => EPOCH.until(day, { largestUnit: 'days' }).days;
const dateOf = ({ year, month, day }: Day): Temporal.PlainDate => new Temporal.PlainDate(year, month, day);

function dayOf(date: Temporal.PlainDate): Day {
  const { year, month, day, dayOfYear, daysInMonth, daysInYear } = date;
  const weekDay = date.dayOfWeek % 7;
  return { n: numberOf(date), year, month, day, monthLength: daysInMonth, yearDay: dayOfYear, yearLength: daysInYear, weekDay }; // biome-ignore format: one row
}

function after(before: Day): Day {
  const { n, year, month, day, monthLength, yearDay, yearLength, weekDay } = before;
  const next = { n: n + 1, weekDay: (weekDay + 1) % 7 };
  if (day < monthLength) return { ...before, ...next, day: day + 1, yearDay: yearDay + 1 };
  const newYear = month === 12;
  const then = newYear ? year + 1 : year;
  const at = newYear ? 1 : month + 1;
  const length = at === 2 && isLeap(then) ? 29 : (MONTH_LENGTHS[at - 1] ?? 31);
  const daysIn = newYear ? (isLeap(then) ? 366 : 365) : yearLength;
  return { ...next, year: then, month: at, day: 1, monthLength: length, yearDay: newYear ? 1 : yearDay + 1, yearLength: daysIn }; // biome-ignore format: one row
}

const counted = (given: readonly number[] | undefined, nth: number, of: number): boolean =>
  given === undefined || given.some((each) => (each < 0 ? of + each + 1 : each) === nth);

/** What each day of a rule has to be (RFC 5545 §3.3.10). @throws RangeError where a part does not belong to its frequency */
function walkOf(rule: ICAL.Recur, start: Temporal.PlainDate): Walk {
  const parts = rule.parts as Readonly<Record<string, readonly (string | number)[] | undefined>>;
  const numbers = (name: string) => parts[name]?.map(Number);
  const [months, monthDays, yearDays] = [numbers('BYMONTH'), numbers('BYMONTHDAY'), numbers('BYYEARDAY')];
  const weekDays = parts['BYDAY']?.map((each) => ({
    nth: Number.parseInt(String(each), 10) || 0,
    weekDay: WEEK_DAYS.indexOf(String(each).slice(-2)),
  }));
  const { freq } = rule;
  const wide = freq === 'MONTHLY' || freq === 'YEARLY';
  if (parts['BYWEEKNO'] || (yearDays && freq !== 'YEARLY') || (monthDays && freq === 'WEEKLY'))
    throw new RangeError(`a part that ${freq} does not have`);
  if (!wide && weekDays?.some(({ nth }) => nth !== 0))
    throw new RangeError('days counted in no month or year');
  const free = !monthDays && !yearDays && !weekDays;
  const byMonth = freq === 'MONTHLY' || months !== undefined;
  const nthOf = ({ day, monthLength, yearDay, yearLength }: Day): readonly [number, number] =>
    byMonth
      ? [Math.ceil(day / 7), -Math.ceil((monthLength - day + 1) / 7)]
      : [Math.ceil(yearDay / 7), -Math.ceil((yearLength - yearDay + 1) / 7)];
  const onWeekDay = (day: Day): boolean =>
    weekDays?.some(
      ({ nth, weekDay }) => weekDay === day.weekDay && (nth === 0 || nthOf(day).includes(nth)),
    ) ?? true;
  const likeStart = (day: Day): boolean => {
    if (!free || freq === 'DAILY' || BEATS[freq] !== undefined) return true;
    if (freq === 'WEEKLY') return day.weekDay === start.dayOfWeek % 7;
    return day.day === start.day && (freq === 'MONTHLY' || months !== undefined || day.month === start.month);
  };
  const weekStart = (rule.wkst as number) - 1;
  const period = (day: Day): number => {
    if (BEATS[freq] !== undefined) return 0;
    if (freq === 'DAILY') return day.n;
    if (freq === 'WEEKLY') return Math.floor((day.n + EPOCH_WEEK_DAY - weekStart) / 7);
    return freq === 'MONTHLY' ? day.year * 12 + day.month : day.year;
  };
  const first = period(dayOf(start));
  const fits: Test = (day) =>
    (period(day) - first) % rule.interval === 0 &&
    (months === undefined || months.includes(day.month)) &&
    counted(monthDays, day.day, day.monthLength) &&
    counted(yearDays, day.yearDay, day.yearLength) &&
    onWeekDay(day) &&
    likeStart(day);
  return { fits, period };
}

/** Whether a rule that recurs within a day may fall on one. */
export function dayTest(rule: ICAL.Recur, start: Temporal.PlainDate): (date: Temporal.PlainDate) => boolean {
  const { fits } = walkOf(rule, start);
  return (date) => fits(dayOf(date));
}

/** What is not on any day, however far one looks. */
export function neverComes(rule: ICAL.Recur, start: Temporal.PlainDate): boolean {
  const { fits } = walkOf(rule, start);
  let day = dayOf(start);
  const last = day.n + YEARS_TRIED * DAYS_OF_YEAR * Math.min(rule.interval, 7);
  for (; day.n <= last; day = after(day)) if (fits(day)) return false;
  return true;
}

/** The first day of the period that a day lies in: positions are counted from there. */
function beginOf({ year, month }: Temporal.PlainDate, n: number, rule: ICAL.Recur): Temporal.PlainDate {
  if (rule.freq === 'YEARLY') return new Temporal.PlainDate(year, 1, 1);
  if (rule.freq === 'MONTHLY') return new Temporal.PlainDate(year, month, 1);
  return EPOCH.add({ days: rule.freq === 'WEEKLY' ? n - 6 : n });
}

/** The days of a rule that recurs daily or less often, from one day to another. A count is walked from the beginning. */
export function* daysOf(
  rule: ICAL.Recur,
  start: Temporal.PlainDate,
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
): Generator<Temporal.PlainDate> {
  const { fits, period } = walkOf(rule, start);
  const positions = (rule.parts as Readonly<Record<string, readonly (string | number)[] | undefined>>)[
    'BYSETPOS'
  ]?.map(Number);
  const from = numberOf(start);
  const wanted = Math.max(from, numberOf(Temporal.PlainDate.from(earliest)));
  const entered = rule.count ? start : EPOCH.add({ days: wanted });
  const last = numberOf(Temporal.PlainDate.from(latest));
  let left = rule.count ? rule.count : Number.POSITIVE_INFINITY;
  let set: Day[] = [];
  let day = dayOf(beginOf(entered, numberOf(entered), rule));
  while (left > 0 && day.n <= last) {
    const within = period(day);
    if (fits(day)) set.push(day);
    day = after(day);
    // Positions are known when a period is over, and those before the beginning are none of the series.
    if (positions && period(day) === within) continue;
    for (const each of chosen(set, positions)) {
      if (each.n < from || left <= 0) continue;
      left -= 1;
      if (each.n >= wanted && each.n <= last) yield dateOf(each);
    }
    set = [];
  }
  for (const each of positions && left > 0 ? chosenSoFar(set, day, positions, { fits, period }) : [])
    if (each.n >= wanted && each.n <= last) yield dateOf(each);
}

const chosen = (set: readonly Day[], positions: readonly number[] | undefined): readonly Day[] =>
  positions ? set.filter((_, i) => positions.some((at) => (at < 0 ? set.length + at : at - 1) === i)) : set;

/** The last period may go on after the last day that is asked for. */
function chosenSoFar(
  begun: readonly Day[],
  next: Day,
  positions: readonly number[],
  { fits, period }: Walk,
): readonly Day[] {
  const [known] = begun;
  if (!known) return [];
  const set = [...begun];
  for (let day = next; period(day) === period(known); day = after(day)) if (fits(day)) set.push(day);
  return chosen(set, positions);
}
