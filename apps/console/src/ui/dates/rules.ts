import type { Language } from '../../../../../kernel/language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const two = (n: number): string => String(n).padStart(2, '0');

export function shownDate({ year, month, day }: Temporal.PlainDate, language: Language): string {
  return language === 'ja' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}
export const shownTime = ({ hour, minute, second }: Temporal.PlainTime): string =>
  `${two(hour)}:${two(minute)}${second > 0 ? `:${two(second)}` : ''}`;
export const shownDateTime = (at: Temporal.PlainDateTime, language: Language): string =>
  `${shownDate(at.toPlainDate(), language)} ${shownTime(at.toPlainTime())}`;

const TIME = /(?:^|\s)(\d{1,2})(?:[:時]\s*(\d{1,2})分?|時)(?::(\d{1,2}))?$/;
const BARE_TIME = /^(\d{2})(\d{2})$/;
const NUMBERS = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}))?$/;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/;
const RELATIVE: Readonly<Record<string, number>> = {
  今日: 0,
  today: 0,
  昨日: -1,
  yesterday: -1,
  明日: 1,
  tomorrow: 1,
};

const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(].*?[)）]/g, ' ')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const monthCalled = (name: string): number =>
  MONTHS.findIndex((each) => each.toLowerCase() === name.slice(0, 3)) + 1;

function date(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** A date as people write it in either language; without a year it is this year's. */
export function readDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const written = clean(text);
  const away = RELATIVE[written];
  if (away !== undefined) return today.add({ days: away });
  const numbers = NUMBERS.exec(written);
  if (numbers) return date(Number(numbers[1] ?? today.year), Number(numbers[2]), Number(numbers[3]));
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst)
    return date(Number(dayFirst[3] ?? today.year), monthCalled(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(written);
  if (monthFirst)
    return date(Number(monthFirst[3] ?? today.year), monthCalled(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return undefined;
}

const HALF_DAY = /^(午前|午後)?\s*(.*?)\s*([ap]m)?$/;

/** A time of day, as in 14:05, 1405, 9時, 午後2時半 or 2:30 pm. */
export function readTime(text: string): Temporal.PlainTime | undefined {
  const [, ja, rest = '', en] = HALF_DAY.exec(clean(text).replace(/時半$/, '時30分')) ?? [];
  const halved = ja !== undefined || en !== undefined;
  const written = halved && /^\d{1,2}$/.test(rest) ? `${rest}:00` : rest;
  const found = TIME.exec(written) ?? BARE_TIME.exec(written);
  if (!found || found[0].trim() !== written || (ja !== undefined && en !== undefined)) return undefined;
  const [hour, minute, second] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (hour > (halved ? 12 : 23) || minute > 59 || second > 59) return undefined;
  const after = ja === '午後' || en === 'pm' ? 12 : 0;
  return new Temporal.PlainTime(halved ? (hour % 12) + after : hour, minute, second);
}

/** A date and a time as people write them; a time alone means today, a date alone is none. */
export function readDateTime(text: string, today: Temporal.PlainDate): Temporal.PlainDateTime | undefined {
  const written = clean(text)
    .replace(/t(?=\d{1,2}:)/, ' ')
    .replace(/日(?=\d)/, '日 ');
  const alone = readTime(written);
  if (alone) return today.toPlainDateTime(alone);
  const found = TIME.exec(written);
  const time = found && readTime(found[0]);
  const day = found && readDate(written.slice(0, found.index), today);
  return time && day ? day.toPlainDateTime(time) : undefined;
}

/** What a time on the wall means where clocks are changed: it may not exist, or come twice. */
export interface Meant {
  readonly at: Temporal.ZonedDateTime;
  readonly odd?: 'gap' | 'twice';
  /** Of one that comes twice. */
  readonly later?: Temporal.ZonedDateTime;
}
export function meantBy(wall: Temporal.PlainDateTime, zone: string): Meant {
  const at = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (!at.toPlainDateTime().equals(wall)) return { at, odd: 'gap' };
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  return later.toInstant().equals(at.toInstant()) ? { at } : { at, odd: 'twice', later };
}

/** The instant as the wall shows it in a zone, or undefined where the text is none. */
export function onWall(instant: string, zone: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  } catch {
    return undefined;
  }
}

/** What people call a zone, with its name: 日本標準時 (Asia/Tokyo). */
export function zoneName(zone: string, language: Language, at: Date): string {
  const part = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    timeZoneName: 'long',
  })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return part ? `${part.value} (${zone})` : zone;
}

/** A day of every year as people write it, told as 12-29; 29 February is one. */
export function readDayOfYear(text: string): string | undefined {
  const day = readDate(text, Temporal.PlainDate.from('2024-01-01'));
  return RELATIVE[clean(text)] === undefined && day ? `${two(day.month)}-${two(day.day)}` : undefined;
}

/** 12-29 as people write it; undefined where it is none. */
export function shownDayOfYear(told: string, language: Language): string | undefined {
  const day = /^\d{2}-\d{2}$/.test(told)
    ? date(2024, Number(told.slice(0, 2)), Number(told.slice(3)))
    : undefined;
  if (!day) return undefined;
  return language === 'ja' ? `${day.month}月${day.day}日` : `${day.day} ${MONTHS[day.month - 1]}`;
}
