import type { Bilingual } from '../kernel/language.ts';
import { ofPlainYear, readInstant } from '../kernel/time.ts';

/** A time of a sender: the instant where it can be told, and what is odd about it. */
export interface ReadTime {
  readonly time: Temporal.Instant | undefined;
  readonly remark: Bilingual | undefined;
}

const NOT_KNOWN: ReadTime = { time: undefined, remark: undefined };
/** Further ahead than this a time is not one of two clocks that differ a little. */
const SKEW = { minutes: 2 } as const;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Words for zones that mean one offset wherever they are written; others mean several, and are not guessed. */
const ZONES: Readonly<Record<string, string>> = {
  z: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  ut: '+00:00',
  jst: '+09:00',
  日本時間: '+09:00',
  日本標準時: '+09:00',
  cet: '+01:00',
  cest: '+02:00',
  edt: '-04:00',
  pdt: '-07:00',
};

const odd = (text: string): ReadTime => ({
  time: undefined,
  remark: {
    ja: `時刻「${text.slice(0, 60)}」を読み取れないため、時刻不明としました`,
    en: `The time "${text.slice(0, 60)}" cannot be read and is kept as unknown`,
  },
});
const withoutZone = (text: string): ReadTime => ({
  time: undefined,
  remark: {
    ja: `時刻「${text.slice(0, 60)}」に時差情報がないため、時刻不明としました`,
    en: `The time "${text.slice(0, 60)}" has no time zone and is kept as unknown`,
  },
});

const BETWEEN_UNITS: ReadonlySet<number> = new Set([11, 12, 14, 15, 17, 18]);

/** Seconds, milliseconds, micro- or nanoseconds since 1970, told apart by their size; zero means "not known". */
function epoch(whole: string, fraction: string): Temporal.Instant | undefined {
  const digits = whole.replace(/^0+(?=\d)/, '');
  const nanos = (unit: number) => BigInt(digits) * 10n ** BigInt(unit);
  const parts = (unit: number) => BigInt(fraction.slice(0, unit).padEnd(unit, '0') || '0');
  const unit = digits.length <= 10 ? 9 : digits.length <= 13 ? 6 : digits.length <= 16 ? 3 : 0;
  // Fewer digits are a date or a count, and no time of anything that is watched today; what lies between seconds, milli-,
  // micro- and nanoseconds of our days is none of them.
  if (digits.length < 9 || digits.length > 19 || BETWEEN_UNITS.has(digits.length)) return undefined;
  return Temporal.Instant.fromEpochNanoseconds(nanos(unit) + parts(unit));
}

/** An offset as people write it: +09:00, +0900, +09.00, +9, UTC+9, JST, GMT, [Asia/Tokyo]. */
function offsetOf(written: string): string | undefined {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^\((.*)\)$/, '$1');
  if (Object.hasOwn(ZONES, text)) return ZONES[text];
  // A number first, then possibly its name: "+0900 JST", "+09:00[Asia/Tokyo]", "GMT+9 (JST)".
  const found =
    /^(?:utc|gmt|ut|z)?\s*([+\-\u2212])(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]?\d{2})?(?:\s*[[(]?[\p{L}/_ ]+[\])]?)?(?:\s*m=[+-][\d.]+)?$/u.exec(
      text,
    );
  if (!found) return undefined;
  const [, sign, hours = '0', minutes = '00'] = found;
  return Number(hours) > 23 || Number(minutes) > 59
    ? undefined
    : `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

/** The zone by its name in the IANA list, such as Asia/Tokyo. */
function inZone(local: string, zone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  } catch {
    return undefined;
  }
}

const CLOCK = String.raw`(\d{1,2})[:時](\d{1,2})(?:[:分](\d{1,2})(?:[.,](\d*))?)?[分秒]?`;
const REST = String.raw`\s*(am|pm)?\s*(.*)`;
/** Year first: 2026-01-05, 2026/1/5, 2026.01.05, 2026年1月5日. Which of two numbers is the month is otherwise not told. */
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日(?=\s*\d)|日?,?[t_ ]|日?-(?=\d{1,2}:))\s*${CLOCK}${REST}$`,
  'i',
);
/** 20260105T090807Z */
const BASIC = /^(\d{4})(\d{2})(\d{2})[t ]?(\d{2})(\d{2})(\d{2})(?:[.,](\d+))?()\s*(.*)$/i;
/** Mon, 05 Jan 2026 09:08:07 GMT; 05-Jan-26 09:08:07 is not told: its year has two digits. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-/ ]([a-z]{3})[a-z]*\.?[-/ ](\d{4}),?[ :]\s*${CLOCK}${REST}$`,
  'i',
);
/** Mon Jan 5 09:08:07 UTC 2026; Jan 5, 2026 09:08:07 UTC */
const ASCTIME = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})\s+${CLOCK}()\s*(.*?)\s*(\d{4})$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+${CLOCK}${REST}$`,
  'i',
);

const month = (name = ''): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

/** The year before the first of an era, by its name and its letter. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(?:令和|r)(\d{1,2}|元)(?=[年./-])/i, 2018],
  [/^(?:平成|h)(\d{1,2}|元)(?=[年./-])/i, 1988],
];

/** One way of writing for what is written in several: hyphens, days of the week, eras, 午前 and 午後, "at", 5th. */
function tidied(text: string): string {
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s?[(](?:[月火水木金土日](?:曜日?)?|mon|tue|wed|thu|fri|sat|sun)[)]\s?/i, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replace(/^(\S.*?\d) at (?=\d)/i, '$1 ')
    .replace(
      /(午前|午後)\s*(\d{1,2}[:時]\d{1,2}(?:[:分]\d{1,2}(?:[.,]\d+)?)?[分秒]?)/,
      (_all, half, clock) => ` ${clock} ${half === '午後' ? 'pm' : 'am'} `,
    )
    .replace(/\s+/g, ' ')
    .trim();
  for (const [era, before] of ERAS) {
    const year = era.exec(plain)?.[1];
    if (year) return plain.replace(era, String(before + (year === '元' ? 1 : Number(year))));
  }
  return plain;
}

/** Year, month, day, hour, minute, second, fraction, am or pm, and whatever stands behind. */
type Parts = readonly (string | undefined)[];

function partsOf(text: string): Parts | undefined {
  const basic = BASIC.exec(text);
  const plain = YEAR_FIRST.exec(text) ?? (basic && basic[9] !== undefined ? basic : null);
  if (plain) return plain.slice(1);
  const day = DAY_FIRST.exec(text);
  if (day) return [day[3], month(day[2]), day[1], ...day.slice(4)];
  const asc = ASCTIME.exec(text);
  if (asc) return [asc[9], month(asc[1]), asc[2], ...asc.slice(3, 9)];
  const named = MONTH_FIRST.exec(text);
  return named ? [named[3], month(named[1]), named[2], ...named.slice(4)] : undefined;
}

function written(text: string, original: string, zone: string): ReadTime {
  const parts = partsOf(tidied(text));
  if (!parts) return odd(original);
  const [
    year = '',
    monthOf = '',
    day = '',
    hour = '',
    minute = '',
    second = '0',
    fraction = '',
    half = '',
    rest = '',
  ] = parts;
  if (year === '0000') return odd(original);
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
  const two = (value: string | number): string => String(value).padStart(2, '0');
  const local = `${year}-${two(monthOf)}-${two(day)}T${two(hours)}:${two(minute)}:${two(second || '0')}${fraction ? `.${fraction.slice(0, 9)}` : ''}`;
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return odd(original);
  }
  if (rest.trim() === '') {
    const time = zone ? inZone(local, zone) : undefined;
    return time ? { time, remark: undefined } : withoutZone(original);
  }
  const offset = offsetOf(rest);
  const time = offset
    ? readInstant(`${local}${offset}`)
    : inZone(local, rest.trim().replace(/^\[(.*)\]$/, '$1'));
  return time ? { time, remark: undefined } : odd(original);
}

/** A time in what databases and protocols wrap it in: {"$date": …}, {"seconds": …, "nanos": …}, @1767604087. */
function inside(text: string): string | undefined {
  const at = /^@(\d+(?:\.\d+)?)$|^(\d{9,19}(?:\.\d+)?) ?(?:s|ms|sec|seconds)$/i.exec(text);
  if (at) return at[1] ?? at[2];
  const named = /^\{ ?"\$date" ?: ?(?:\{ ?"\$numberLong" ?: ?)?"?([^"{}]+)"? ?\}? ?\}$/.exec(text);
  if (named) return named[1];
  const seconds = /^\{ ?"_?seconds" ?: ?"?(\d+)"?(?: ?, ?"_?nano(?:s|seconds)" ?: ?"?(\d{1,9})"?)? ?\}$/.exec(
    text,
  );
  return seconds ? `${seconds[1]}.${(seconds[2] ?? '0').padStart(9, '0')}` : undefined;
}

function readText(given: string, zone: string, original = given): ReadTime {
  const text = given.normalize('NFKC').trim().replace(/\s+/g, ' ');
  // Go's zero time, and what else is written for "not known".
  if (
    /^(0001-01-01|0000-00-00|1970-01-01T00:00:00(\.0+)?Z)/.test(text) ||
    /^([-–—]|n\/?a|null|none|nil|undefined)?$/i.test(text)
  )
    return NOT_KNOWN;
  const wrapped = inside(text);
  if (wrapped !== undefined) return readText(wrapped, zone, original);
  const plain = readInstant(text);
  if (plain) return { time: plain, remark: undefined };
  const net = /^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/.exec(text);
  const number = net ? [net[0], net[1], ''] : /^(\d+)(?:[.,](\d*))?$/.exec(text);
  if (number && (net || !/^\d{14}$/.test(text))) {
    const [, whole = '', fraction = ''] = number;
    if (/^0*$/.test(whole) && /^0*$/.test(fraction ?? '')) return NOT_KNOWN;
    const time = epoch(whole, fraction ?? '');
    return time ? { time, remark: undefined } : odd(original);
  }
  const scientific = /^\d(?:\.\d+)?e\+?\d{1,2}$/i.test(text) ? BigInt(Math.round(Number(text))) : undefined;
  if (scientific !== undefined) return readText(String(scientific), zone, original);
  return written(text, original, zone);
}

/** Alerts of one sender share their times; reading one again costs ten times what looking it up does. */
const timesRead = new Map<string, ReadTime>();
const MOST_TIMES = 4_096;
const LONGEST = 100;

/**
 * A time as senders write it. Never refused: what cannot be read is unknown, and a remark says what was written.
 * @param value text or number of the payload
 * @param zone the zone of times that name none, where somebody has set one
 */
export function readTime(value: unknown, zone = ''): ReadTime {
  if (value === undefined || value === null || value === '') return NOT_KNOWN;
  if (typeof value !== 'string' && typeof value !== 'number')
    return typeof value === 'object' && value !== null
      ? readTime(JSON.stringify(value), zone)
      : odd(String(value));
  const text = String(value);
  if (text.length > LONGEST) return odd(text);
  const key = `${zone} ${text}`;
  const known = timesRead.get(key);
  if (known) return known;
  const plain = readText(text, zone);
  const read = plain.time && !ofPlainYear(plain.time) ? odd(text) : plain;
  if (timesRead.size >= MOST_TIMES) timesRead.clear();
  timesRead.set(key, read);
  return read;
}

/** What is odd about the start and end of an alert, besides how they are written. */
export function remarksOnTimes(
  start: Temporal.Instant | undefined,
  end: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Bilingual[] {
  const remarks: Bilingual[] = [];
  // In milliseconds, which is as finely as it matters here and far cheaper than comparing instants.
  if (start && end && end.epochMilliseconds < start.epochMilliseconds)
    remarks.push({
      ja: `終了時刻（${end}）が発生時刻（${start}）より前です`,
      en: `Its end (${end}) is before its start (${start})`,
    });
  if (start && start.epochMilliseconds > now.epochMilliseconds + SKEW.minutes * 60_000)
    remarks.push({
      ja: `発生時刻（${start}）が未来の時刻です。送信元の時計を確認してください`,
      en: `Its start (${start}) is in the future. Check the sender’s clock`,
    });
  return remarks;
}
