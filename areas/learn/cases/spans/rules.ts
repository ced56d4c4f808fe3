import type { Language } from '../../../../kernel/language.ts';
import { isDuration } from '../life/rules.ts';
import type { StatedTime } from '../life/schema.ts';
import { durationWords } from '../life/words.ts';

/** A length of time as people say it: how long, and how exactly. */
export interface Span {
  /** ISO 8601, in the units it was said in. */
  readonly after: string;
  readonly precision: StatedTime['precision'];
}

const ABOUT_BEFORE =
  /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|about|approximately|approx\.?|around|roughly|some|ca?\.|[~〜])\s*/;
const ABOUT_AFTER = /\s*(?:ほど|程度|くらい|ぐらい|前後|あまり|余り?|or so)$/;
const MEANT_ANYWAY = /\s*(?:後|経過|later|after|long)$/;

const FEW = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const KANJI = '〇一二三四五六七八九';

/** 二十三 as 23; numbers of a report are below a hundred where they are written like this. */
const kanjiNumber = (words: string): string => {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const digit = (sign: string | undefined, otherwise: number): number =>
    sign ? KANJI.indexOf(sign) : otherwise;
  return String((words.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
};

const UNITS = [
  ['days', /^(?:週間?|weeks?|wks?|w)$/, 7],
  ['days', /^(?:日間?|days?|d)$/, 1],
  ['hours', /^(?:時間|hours?|hrs?|h)$/, 1],
  ['minutes', /^(?:分間?|minutes?|mins?|m)$/, 1],
] as const;
type Unit = (typeof UNITS)[number][0];
const SMALLER: Readonly<Record<Unit, readonly [Unit, number] | undefined>> = {
  days: ['hours', 24],
  hours: ['minutes', 60],
  minutes: undefined,
};

/** Everything a piece may look like, so that what is not understood is not passed over. */
const PIECE = /^[\s,、と]*(?:and\s+)?(\d+(?:\.\d+)?)\s*([a-z]+|[週日時分]間?)(半)?\.?/;

const iso = ({ days, hours, minutes }: Partial<Record<Unit, number>>): string => {
  const time = `${hours === undefined ? '' : `${hours}H`}${minutes === undefined ? '' : `${minutes}M`}`;
  return `P${days === undefined ? '' : `${days}D`}${time ? `T${time}` : ''}`;
};

/** A number of units, what is broken of it in the next smaller one; undefined where it does not come out even. */
function counted(number: number, unit: Unit): Partial<Record<Unit, number>> | undefined {
  const whole = Math.floor(number);
  const smaller = SMALLER[unit];
  if (whole === number) return { [unit]: whole };
  const rest = smaller && Math.round((number - whole) * smaller[1] * 1e6) / 1e6;
  if (!smaller || rest === undefined || !Number.isInteger(rest)) return undefined;
  return { ...(whole > 0 && { [unit]: whole }), [smaller[0]]: rest };
}

const plainly = (words: string): string =>
  words
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[〇一二三四五六七八九十]+(?=[週日時分])/g, kanjiNumber)
    .replace(/^半日/, '12時間')
    .replace(/\bhalf an? hour\b/, '30 minutes')
    .replace(/\b(?:a|an) (?=minute|hour|day|week)/, '1 ')
    .replace(/[a-z]+(?= (?:minute|hour|day|week))/g, (word) =>
      FEW.includes(word) ? String(FEW.indexOf(word)) : word,
    );

/** «約6時間», «1日2時間», «about 90 minutes», «1:30»; undefined where it is no length of time. */
export function spanOf(said: string): Span | undefined {
  const written = said.trim().toUpperCase();
  if (isDuration(written)) return { after: written, precision: exactness(written) };
  let words = plainly(said).replace(MEANT_ANYWAY, '');
  const about = ABOUT_BEFORE.test(words) || ABOUT_AFTER.test(words);
  words = plainly(words.replace(ABOUT_BEFORE, '').replace(ABOUT_AFTER, ''));
  words = words.replace(/^(\d+):([0-5]\d)$/, '$1時間$2分');
  const found: Partial<Record<Unit, number>> = {};
  if (words === '') return undefined;
  while (words !== '') {
    const piece = PIECE.exec(words);
    const unit = piece && UNITS.find(([, name]) => name.test(piece[2] ?? ''));
    if (!piece || !unit) return undefined;
    const parts = counted((Number(piece[1]) + (piece[3] ? 0.5 : 0)) * unit[2], unit[0]);
    if (!parts) return undefined;
    for (const [name, n] of Object.entries(parts)) found[name as Unit] = (found[name as Unit] ?? 0) + n;
    words = words.slice(piece[0].length).trim();
  }
  const after = iso(found);
  return { after, precision: about ? 'about' : exactness(after) };
}

/** As exact as the smallest unit it is said in. */
export const exactness = (after: string): Exclude<Span['precision'], 'about'> =>
  after.endsWith('M') ? 'minute' : after.endsWith('H') ? 'hour' : 'day';

const ZERO: Readonly<Record<Exclude<Span['precision'], 'about'>, Readonly<Record<Language, string>>>> = {
  minute: { ja: '0分', en: '0 min' },
  hour: { ja: '0時間', en: '0 h' },
  day: { ja: '0日', en: '0 d' },
};

/** A length of time in words that `spanOf` understands. */
export function spanWords({ after, precision }: Span, language: Language): string {
  if (!isDuration(after)) return after;
  const { days, hours, minutes } = Temporal.Duration.from(after);
  if (precision === 'about') return `${language === 'ja' ? '約' : 'about '}${durationWords(after, language)}`;
  const nothing = days === 0 && hours === 0 && minutes === 0;
  const zero = ZERO[precision][language];
  if (nothing) return zero;
  // Six hours to the minute are said as such.
  const unsaid =
    (precision === 'minute' && minutes === 0) || (precision === 'hour' && hours === 0 && minutes === 0);
  const said = durationWords(after, language);
  return unsaid ? `${said}${language === 'ja' ? '' : ' '}${zero}` : said;
}

/** From one moment to another, to the minute; undefined where the second comes first. */
export function spanBetween(from: string, to: string): Span | undefined {
  const minutes = Math.round(Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes'));
  if (minutes < 0) return undefined;
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const after = iso({ ...(days > 0 && { days }), ...(hours > 0 && { hours }), minutes: rest });
  return { after, precision: 'minute' };
}

type Precision = Span['precision'];
const FINEST_FIRST: readonly Precision[] = ['minute', 'hour', 'day', 'about'];

/** How exactly two lengths of time were said that are kept with one precision; the second may be absent. */
export type Said = readonly [Precision, Precision | undefined];

/** The precision both are kept with: who said one of them roughly knows the two of them no better. */
export const precisionOf = ([first, second]: Said): Precision =>
  second !== undefined && FINEST_FIRST.indexOf(second) > FINEST_FIRST.indexOf(first) ? second : first;

/** The same with one of them said anew, or left out. */
export const saidAnew = ([first, second]: Said, at: 0 | 1, now: Precision | undefined): Said =>
  at === 0 ? [now ?? first, second] : [first, now];

/**
 * How exactly each of a pair was said: as it was typed here, while that is still what is kept of it; else both as they
 * are kept.
 */
export const saidSoFar = (typed: Said | undefined, kept: Said): Said =>
  typed && (typed[1] === undefined) === (kept[1] === undefined) && precisionOf(typed) === precisionOf(kept)
    ? typed
    : kept;
