import { alikeHyphens } from '../../../../kernel/text.ts';
import { readInstant } from '../../../../kernel/time.ts';
import type { REPORT_PRECISIONS } from '../../content/schema.ts';

/** What people type into a form, as values. All of it is read in any width, with any blanks, in either language. */
export type Precision = (typeof REPORT_PRECISIONS)[number];

/** What is longer is none of these, and nobody has to look through it. */
const LONGEST = 200;
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** A date and a time of day on some clock, as exactly as it was typed; or a moment, told with its offset. */
export type TypedTime =
  | { readonly wall: Temporal.PlainDateTime; readonly precision: Precision }
  | { readonly at: string; readonly precision: Precision }
  | { readonly wrong: 'no-year' | 'year-last' | 'no-such-day' | 'no-such-time' | 'unread' };

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925, 大正: 1911, T: 1911,
}; // biome-ignore format: a table
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ABOUT =
  /頃|ごろ|ころ|およそ|おおよそ|約|概ね|\b(?:about|approx(?:imately|\.)?|around|circa|ca\.?)(?= |\d)|^~|~$/gi;
const WEEKDAY =
  /\((?:[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\)|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?|[月火水木金土日]曜日?/gi;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
  readonly rest: string;
}

const YEAR_FIRST =
  /^(令和|平成|昭和|大正|[RHST])?\s?(元|\d{1,4})\s?(?:年|[-/.])\s?(\d{1,2})(?!\d)\s?(?:月|(?=[-/.]\s?\d)|(?=$| ))(?:\s?[-/.]?\s?(\d{1,2})(?!\d|:|時)\s?日?)?/i;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?=$| |T)/;
const DAY_NAMED = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})(?!\d)/i;
const MONTH_NAMED = /^([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})(?!\d)/i;
const NO_YEAR = /^(?:\d{1,2}\s?(?:月|[-/.])\s?\d{1,2}(?!\d)|\d{1,2}\s?(?::|時)|午[前後])/;
const YEAR_LAST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;

const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function dayOf(text: string): Day | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [whole, era, count = '', month, day] = first;
    const since = era === undefined ? undefined : ERAS[era.toUpperCase()];
    const number = count === '元' ? 1 : Number(count);
    if (since === undefined && count.length !== 4) return undefined;
    return { year: (since ?? 0) + number, month: Number(month), day: day === undefined ? undefined : Number(day), rest: text.slice(whole.length) }; // biome-ignore format: one thing
  }
  const digits = DIGITS.exec(text);
  if (digits) return { year: Number(digits[1]), month: Number(digits[2]), day: Number(digits[3]), rest: text.slice(8) }; // biome-ignore format: one thing
  const named = DAY_NAMED.exec(text);
  if (named && monthNamed(named[2] ?? '') > 0)
    return { year: Number(named[3]), month: monthNamed(named[2] ?? ''), day: Number(named[1]), rest: text.slice(named[0].length) }; // biome-ignore format: one thing
  const month = MONTH_NAMED.exec(text);
  if (month && monthNamed(month[1] ?? '') > 0)
    return { year: Number(month[3]), month: monthNamed(month[1] ?? ''), day: month[2] === undefined ? undefined : Number(month[2]), rest: text.slice(month[0].length) }; // biome-ignore format: one thing
  return undefined;
}

interface Clock {
  readonly seconds: number;
  readonly precision: 'second' | 'minute' | 'hour';
  readonly fraction: string;
}

const TIME =
  /^(午前|午後|am|pm)?\s?(\d{1,2})(?:\s?(?::|時)\s?(?:(\d{1,2})\s?(?:(?::|分)\s?(?:(\d{1,2})(?:\.(\d{1,9}))?\s?秒?)?)?|(半))?)?\s?([ap]\.?m\.?)?$/i;

/** 9:00, 9時, 9時半, 午後3時, 3 pm; undefined where it is no time of day, null where the clock has none such. */
function clockOf(text: string): Clock | null | undefined {
  if (/^正午$|^noon$/i.test(text)) return { seconds: 43_200, precision: 'minute', fraction: '' };
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, before, hours = '', minutes, seconds, fraction = '', half, after] = found;
  const mark = (before ?? after)?.toLowerCase().replaceAll('.', '');
  // A number alone is no time of day.
  if (minutes === undefined && !half && !mark && !/時|:/.test(text)) return undefined;
  const later = mark === '午後' || mark === 'pm';
  const hour = Number(hours);
  if (mark && hour > 12) return null;
  const whole = mark ? (hour % 12) + (later ? 12 : 0) : hour;
  const [minute, second] = [half ? 30 : Number(minutes ?? 0), Number(seconds ?? 0)];
  if (minute > 59 || second > 59 || whole > 24 || (whole === 24 && minute + second > 0)) return null;
  const precision = seconds !== undefined ? 'second' : minutes !== undefined || half ? 'minute' : 'hour';
  return { seconds: whole * 3_600 + minute * 60 + second, precision, fraction };
}

/** Zones that people write behind a time, with their offsets. */
const ZONE_BEHIND = /\s*[([]?(JST|日本(?:標準)?時間?|UTC|GMT)[)\]]?$/i;
const offsetOf = (zone: string): string => (/^(?:UTC|GMT)$/i.test(zone) ? 'Z' : '+09:00');

/** A time as people type it: 2024/5/1 9:00, 令和6年5月1日 午前9時頃, 1 May 2024, 2024年5月, or RFC 3339. */
export function readTime(typed: string): TypedTime {
  if (typed.length > LONGEST) return { wrong: 'unread' };
  const asIs = plain(typed);
  const stamp = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d)?/.exec(asIs);
  if (stamp && readInstant(asIs)) return { at: asIs, precision: stamp[1] ? 'second' : 'minute' };
  const zone = ZONE_BEHIND.exec(asIs);
  if (!zone) return readWall(asIs);
  const read = readWall(plain(asIs.slice(0, zone.index)));
  if (!('wall' in read)) return read;
  return { at: `${read.wall.toString()}${offsetOf(zone[1] ?? '')}`, precision: read.precision };
}

function readWall(asIs: string): TypedTime {
  const hyphens = alikeHyphens(asIs);
  const bare = plain(hyphens.replace(WEEKDAY, ' ').replace(ABOUT, ' '));
  const about = bare !== plain(hyphens.replace(WEEKDAY, ' '));
  const day = dayOf(bare);
  if (!day) {
    if (YEAR_LAST.test(bare)) return { wrong: 'year-last' };
    return { wrong: NO_YEAR.test(bare) ? 'no-year' : 'unread' };
  }
  const rest = plain(day.rest.replace(/^[ T,、]+/i, '').replace(/^at /i, ''));
  const wall = { year: day.year, month: day.month, day: day.day ?? 1 };
  let date: Temporal.PlainDate;
  try {
    date = Temporal.PlainDate.from(wall, { overflow: 'reject' });
  } catch {
    return { wrong: 'no-such-day' };
  }
  if (date.year < 1 || date.year > 9_998) return { wrong: 'no-such-day' };
  const midnight = date.toPlainDateTime();
  if (rest === '') return { wall: midnight, precision: day.day === undefined ? 'month' : 'day' };
  if (day.day === undefined) return { wrong: 'unread' };
  const clock = clockOf(rest);
  if (clock === undefined) return { wrong: 'unread' };
  if (clock === null) return { wrong: 'no-such-time' };
  const nanoseconds = Number(clock.fraction.padEnd(9, '0'));
  const at = midnight.add({ seconds: clock.seconds, nanoseconds });
  return { wall: at, precision: about ? 'about' : clock.precision };
}

/** A time as a form shows it, which `readTime` reads as the same. */
export function shownTime(wall: Temporal.PlainDateTime, precision: Precision): string {
  const midnight = wall.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  const day = wall.toPlainDate().toString().replaceAll('-', '/');
  if (precision === 'month' && midnight && wall.day === 1) return day.slice(0, 7);
  if ((precision === 'day' || precision === 'month') && midnight) return day;
  const exact = wall.second + wall.millisecond + wall.microsecond + wall.nanosecond > 0;
  const unit = precision === 'second' || exact ? 'auto' : 'minute';
  return `${day} ${wall.toPlainTime().toString({ smallestUnit: unit === 'minute' ? 'minute' : undefined })}`;
}

/** From and up to; or what is wrong. */
export type TypedRange =
  | { readonly low: number; readonly high: number }
  | { readonly wrong: 'open' | 'upside-down' | 'unread' };

const MULTIPLES: Readonly<Record<string, number>> = { 億: 1e8, 万: 1e4, 千: 1e3, 百: 1e2, k: 1e3, thousand: 1e3, million: 1e6 }; // biome-ignore format: a table
const COUNTED =
  /(?:名様?|人|台|件|箇所|か所|世帯|口座?|ユーザー?|people|persons?|users?|machines?|hosts?|devices?|units?|程度|くらい|ぐらい|ほど|前後|弱|強)+$/i;

/** 1,200 or 1万2千, or 1.2万; undefined where it is no whole number. */
function countOf(text: string): number | undefined {
  const bare = plain(text.replace(ABOUT, ' '))
    .replace(COUNTED, '')
    .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d) (?=\D)|(?<=\D) (?=\d)| $/g, '');
  const parts = [...bare.matchAll(/(\d+(?:\.\d+)?)(億|万|千|百|k|thousand|million)?/gi)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== bare) return undefined;
  // 12 34 without a word between them is no number.
  if (parts.slice(0, -1).some(([, , by]) => by === undefined)) return undefined;
  const sum = parts.reduce((all, [, digits, by]) => all + Number(digits) * (MULTIPLES[by?.toLowerCase() ?? ''] ?? 1), 0); // biome-ignore format: one thing
  const whole = Math.round(sum);
  return Math.abs(sum - whole) < 1e-6 && Number.isSafeInteger(whole) ? whole : undefined;
}

const OPEN =
  /以上|以下|未満|超|より多|から$|[~-]$|^[~-]|\b(?:or more|or less|at least|at most|more than|less than|over|under|up to)\b|[<>≤≥+]/i;
const BETWEEN = /\s*(?:~|〜|～|から|ないし|乃至|-|\bto\b|\.\.|…)\s*/i;

/** People or machines: 300, 約300, 100～200人, 1万2千. */
export function readRange(typed: string): TypedRange {
  if (typed.length > LONGEST) return { wrong: 'unread' };
  const text = plain(alikeHyphens(plain(typed)).replace(ABOUT, (mark) => (mark === '~' ? mark : ' ')).replace(/まで$/, '')); // biome-ignore format: one thing
  const one = countOf(text.replace(/^~ ?(?=\d+$)/, ''));
  if (one !== undefined && !/^~/.test(text)) return { low: one, high: one };
  if (OPEN.test(text)) return { wrong: 'open' };
  const [from = '', to = '', ...more] = text
    .replace(/^between /i, '')
    .replace(/ and /i, '~')
    .split(BETWEEN);
  const [low, high] = [countOf(from), countOf(to)];
  if (low === undefined || high === undefined || more.length > 0) return { wrong: 'unread' };
  return low <= high ? { low, high } : { wrong: 'upside-down' };
}

export const shownRange = ({ low, high }: { low: number; high: number }): string =>
  low === high ? low.toLocaleString('en') : `${low.toLocaleString('en')}～${high.toLocaleString('en')}`;

const YES = [
  'はい',
  '有',
  '有り',
  'あり',
  'true',
  'yes',
  'y',
  '1',
  '○',
  '〇',
  '◯',
  '可',
  '該当',
  '✓',
  '✔',
  'レ',
];
const NO = ['いいえ', '無', '無し', 'なし', 'false', 'no', 'n', '0', '×', '✕', '✗', '否', '不可', '非該当'];
/** A yes or no, or undefined where it is neither. */
export function readYesNo(typed: string): boolean | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plain(typed).toLowerCase();
  if (YES.includes(text)) return true;
  return NO.includes(text) ? false : undefined;
}

const UNITS: Readonly<Record<string, number>> = { 秒: 1, s: 1, sec: 1, second: 1, 分: 60, m: 60, min: 60, minute: 60, 時間: 3_600, h: 3_600, hour: 3_600 }; // biome-ignore format: a table
const SPAN = /^(\d{1,6}(?:\.\d{1,3})?) ?(秒|分|時間|s|sec|seconds?|m|min|minutes?|h|hours?)?$/i;

/** By how many seconds a clock was wrong at most: 30, ±30秒, 2 min; undefined where it is none. */
export function readClockError(typed: string): number | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plain(typed.normalize('NFKC').replace(ABOUT, ' ').replace(/^\s*(?:±|\+\/-|最大|within )|以内$/i, '')); // biome-ignore format: one thing
  const found = SPAN.exec(text.replaceAll(',', ''));
  if (!found) return /^(?:なし|無し?|none|正確|exact)$/i.test(text) ? 0 : undefined;
  const unit = (found[2] ?? 's').toLowerCase().replace(/(?<=second|minute|hour)s$/, '');
  return Math.ceil(Number(found[1]) * (UNITS[unit] ?? 1));
}

const NOT_KNOWN = [
  '不明',
  '未詳',
  '分からない',
  'わからない',
  '未確認',
  '調査中',
  '確認中',
  'unknown',
  'not known',
  'n/k',
  '?',
];
const NOT_STATED = ['記載なし', '-', '--', '―', 'ー', '—', 'n/a', 'not stated', '未記入'];
/** What people type where they have nothing to say. */
export function readAbsence(typed: string): 'notKnown' | 'notStated' | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plain(typed).toLowerCase();
  if (NOT_KNOWN.includes(text)) return 'notKnown';
  return NOT_STATED.includes(text) ? 'notStated' : undefined;
}
