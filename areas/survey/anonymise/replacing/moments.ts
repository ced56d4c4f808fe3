import type { Language } from '../../../../kernel/language.ts';
import type { Moment } from '../values/dates.ts';

/** The moment all others are told from: the first of the case. */
export interface Anchor {
  readonly day: Temporal.PlainDate;
  /** Minutes into that day, where the case tells a time of day. */
  readonly minute: number | undefined;
}

/** A day that is told without its year is of the year of the case. */
export function dayOf({ year, month, day }: Moment, yearOfCase: number): Temporal.PlainDate | undefined {
  if (month === undefined || day === undefined) return undefined;
  try {
    return Temporal.PlainDate.from({ year: year ?? yearOfCase, month, day }, { overflow: 'reject' });
  } catch {
    // The 31st of a month that has none: no day of a calendar.
    return undefined;
  }
}

export const minuteOf = ({ hour, minute }: Moment): number | undefined =>
  hour === undefined ? undefined : hour * 60 + (minute ?? 0);

/** The earliest day of a case, with the earliest time of day that is told of it. */
export function anchorOf(moments: readonly Moment[]): Anchor | undefined {
  const years = moments.flatMap(({ year }) => year ?? []);
  // Without any year all days are of one; which does not matter.
  const yearOfCase = years.length > 0 ? Math.min(...years) : 2000;
  const days = moments.flatMap((moment) => {
    const day = dayOf(moment, yearOfCase);
    return day ? [{ day, minute: minuteOf(moment) }] : [];
  });
  const [first] = days.toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
  if (!first) return undefined;
  const minutes = days.flatMap(({ day, minute }) =>
    day.equals(first.day) && minute !== undefined ? [minute] : [],
  );
  return { day: first.day, minute: minutes.length > 0 ? Math.min(...minutes) : undefined };
}

const later = (count: number, ja: string, en: string, language: Language, about: boolean): string => {
  const size = Math.abs(count);
  const unit = size === 1 ? en : `${en}s`;
  if (language === 'ja') return `${about ? '約' : ''}${size}${ja}${count < 0 ? '前' : '後'}`;
  return `${about ? 'about ' : ''}${size} ${unit} ${count < 0 ? 'earlier' : 'later'}`;
};
const one = (ja: string, en: string, language: Language): string => (language === 'ja' ? ja : en);

function byDays(days: number, language: Language): string {
  if (days === 0) return one('当日', 'that day', language);
  if (days === 1) return one('翌日', 'the next day', language);
  if (days === -1) return one('前日', 'the day before', language);
  const size = Math.abs(days);
  if (size < 14) return later(days, '日', 'day', language, false);
  if (size < 60) return later(Math.round(days / 7), '週間', 'week', language, true);
  if (size < 730) return later(Math.round(days / 30.4), 'か月', 'month', language, true);
  return later(Math.round(days / 365.25), '年', 'year', language, true);
}

function byMinutes(minutes: number, language: Language): string {
  if (Math.abs(minutes) < 60)
    return later(Math.max(5, Math.round(minutes / 5) * 5), '分', 'minute', language, true);
  return later(Math.round(minutes / 60), '時間', 'hour', language, true);
}

function byMonths(months: number, language: Language): string {
  if (months === 0) return one('同月', 'that month', language);
  if (months === 1) return one('翌月', 'the following month', language);
  if (months === -1) return one('前月', 'the month before', language);
  return Math.abs(months) < 24
    ? later(months, 'か月', 'month', language, true)
    : later(Math.round(months / 12), '年', 'year', language, true);
}

function byYears(years: number, language: Language): string {
  if (years === 0) return one('同年', 'that year', language);
  if (years === 1) return one('翌年', 'the following year', language);
  if (years === -1) return one('前年', 'the year before', language);
  return later(years, '年', 'year', language, false);
}

const PARTS: readonly (readonly [until: number, ja: string, en: string])[] = [
  [6 * 60, '未明', 'in the early hours'],
  [12 * 60, '午前', 'in the morning'],
  [18 * 60, '午後', 'in the afternoon'],
  [Number.POSITIVE_INFINITY, '夜', 'in the evening'],
];

/**
 * A moment told from the first one of the case: the next day, about 6 hours later. Within a day of it by hours where both have
 * a time of day, otherwise by days, weeks, months or years.
 * @param on the day a time of day is of, where it stands by itself
 */
export function relative(
  moment: Moment,
  anchor: Anchor,
  language: Language,
  on?: Temporal.PlainDate,
): string {
  const day = moment.month === undefined && moment.year === undefined ? on : dayOf(moment, anchor.day.year);
  const minute = minuteOf(moment);
  if (!day) {
    const year = moment.year ?? anchor.day.year;
    if (moment.month === undefined) return byYears(year - anchor.day.year, language);
    return byMonths((year - anchor.day.year) * 12 + moment.month - anchor.day.month, language);
  }
  const days = anchor.day.until(day, { largestUnit: 'days' }).days;
  if (minute === undefined) return byDays(days, language);
  if (anchor.minute === undefined) {
    const [, ja, en] = PARTS.find(([until]) => minute < until) ?? PARTS[3] ?? [0, '', ''];
    return language === 'ja' ? `${byDays(days, language)}${ja}` : `${en} of ${byDays(days, language)}`;
  }
  const minutes = days * 24 * 60 + minute - anchor.minute;
  if (minutes === 0) return byDays(0, language);
  return Math.abs(minutes) < 24 * 60 ? byMinutes(minutes, language) : byDays(days, language);
}
