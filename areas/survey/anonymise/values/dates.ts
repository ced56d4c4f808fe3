import { numberOf } from './numerals.ts';
import { type PlainView, plainView, type Views, viewsOf } from './plain-view.ts';

/** A moment of a calendar in a text, as exactly as it is told. */
export interface Moment {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly from: number;
  readonly to: number;
}

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  r: 2018,
  reiwa: 2018,
  平成: 1988,
  h: 1988,
  heisei: 1988,
  昭和: 1925,
  s: 1925,
  showa: 1925,
  大正: 1911,
  t: 1911,
  明治: 1867,
  m: 1867,
};
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(?:${MONTHS.map((name) => (name === 'may' ? 'may' : `${name}|${name.slice(0, name === 'september' ? 4 : 3)}\\.?|${name.slice(0, 3)}\\.?`)).join('|')})`;
const monthOf = (word: string): number => MONTHS.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1;

const N = '(?:\\d{1,2}|[〇一二三四五六七八九十]{1,3})';
const YEAR = '(?:\\d{4}|[〇一二三四五六七八九]{4}|二千[〇一二三四五六七八九十]{0,3})';
const ERA = `(?:令和|平成|昭和|大正|明治|reiwa|heisei|showa|[rhs])[ .]?(?:元|${N})`;
const Y = `(${YEAR}|'?\\d{2}|${ERA})`;
const WEEKDAY = '(?: ?\\([月火水木金土日](?:曜日?)?(?:・祝)?\\))';
const ORDINAL = '(?:st|nd|rd|th)?';
const SEP = ' ?[-/.‐‑–−年] ?';

const pattern = (source: string): RegExp => new RegExp(`(?<![\\d])${source}`, 'gu');
interface Shape {
  readonly needs: RegExp;
  readonly pattern: RegExp;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}
/** Without these a shape is not looked for. */
const KANJI = /[年月]/u;
const WORD = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;
const SIGNS = /\d ?[-/.\u2010\u2013\u2212年] ?\d/u;
const EIGHT = /\d{8}/;
/** Each way a date is written, with which group is what. */
const SHAPES: readonly Shape[] = [
  {
    needs: KANJI,
    pattern: pattern(`(${YEAR}|${ERA}) ?年? ?度? ?[の/]? ?(${N}) ?月 ?(${N}) ?日${WEEKDAY}?`),
    year: 1,
    month: 2,
    day: 3,
  },
  {
    needs: KANJI,
    pattern: pattern(`${Y} ?年 ?の? ?(${N}) ?月 ?(${N}) ?日${WEEKDAY}?`),
    year: 1,
    month: 2,
    day: 3,
  },
  {
    needs: KANJI,
    pattern: pattern(`${Y} ?年 ?の? ?(${N}) ?月(?! ?[\\d〇一二三四五六七八九十]+ ?日)`),
    year: 1,
    month: 2,
  },
  {
    needs: KANJI,
    pattern: pattern(
      `(${YEAR}|(?:令和|平成|昭和|大正|明治) ?(?:元|${N})) ?年(?! ?の? ?[\\d〇一二三四五六七八九十]+ ?月)(?!間)`,
    ),
    year: 1,
  },
  { needs: KANJI, pattern: pattern(`(?<![年度の] ?)(${N}) ?月 ?(${N}) ?日${WEEKDAY}?`), month: 1, day: 2 },
  {
    needs: SIGNS,
    pattern: pattern(`(\\d{4}|${ERA})${SEP}(\\d{1,2})${SEP}(\\d{1,2})(?![\\d])`),
    year: 1,
    month: 2,
    day: 3,
  },
  {
    needs: SIGNS,
    pattern: pattern(`'(\\d{2})${SEP}(\\d{1,2})${SEP}(\\d{1,2})(?![\\d])`),
    year: 1,
    month: 2,
    day: 3,
  },
  {
    needs: SIGNS,
    pattern: pattern(`(\\d{2})[-/.](\\d{2})[-/.](\\d{2})(?![\\d])`),
    year: 1,
    month: 2,
    day: 3,
  },
  {
    needs: SIGNS,
    pattern: pattern(`(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?![\\d])`),
    year: 3,
    month: 1,
    day: 2,
  },
  {
    needs: SIGNS,
    pattern: pattern(`(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?![\\d])`),
    year: 3,
    month: 2,
    day: 1,
  },
  {
    needs: EIGHT,
    pattern: pattern('((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)'),
    year: 1,
    month: 2,
    day: 3,
  },
  {
    needs: SIGNS,
    pattern: pattern('((?:19|20)\\d{2})[-/.](0?[1-9]|1[0-2])(?![\\d/.-]\\d|\\d)'),
    year: 1,
    month: 2,
  },
  {
    needs: WORD,
    pattern: pattern(`(\\d{1,2})${ORDINAL}(?: ?of)?[ -]?(${MONTH})[ ,-]*(?:'|in )?(\\d{4}|(?<=')\\d{2})`),
    day: 1,
    month: 2,
    year: 3,
  },
  {
    needs: WORD,
    pattern: new RegExp(
      `(?<![a-z])(${MONTH}) ?(?:the ?)?(\\d{1,2})${ORDINAL}(?![\\d:])[ ,]*(?:in )?'?(\\d{4})`,
      'gu',
    ),
    month: 1,
    day: 2,
    year: 3,
  },
  {
    needs: WORD,
    pattern: pattern(`(\\d{1,2})${ORDINAL}(?: ?of)?[ -]?(${MONTH})(?![a-z])`),
    day: 1,
    month: 2,
  },
  {
    needs: WORD,
    pattern: new RegExp(`(?<![a-z])(${MONTH}) ?(?:the ?)?(\\d{1,2})${ORDINAL}(?![\\d:])`, 'gu'),
    month: 1,
    day: 2,
  },
  {
    needs: WORD,
    pattern: new RegExp(`(?<![a-z])(${MONTH})[ ,]*(?:of |in )?(\\d{4})(?!\\d)`, 'gu'),
    month: 1,
    year: 2,
  },
  {
    needs: WORD,
    pattern: new RegExp(`(?<![a-z\\d])((?:19|20)\\d{2}) (${MONTH}) (\\d{1,2})(?!\\d)`, 'gu'),
    year: 1,
    month: 2,
    day: 3,
  },
  // A year of an era that is not named: 六年一月五日.
  {
    needs: KANJI,
    pattern: pattern(
      `(?<![令和平成昭大正明治〇一二三四五六七八九十a-z.] ?)(?:\\d|[一二三四五六七八九十]{1,3}) ?年 ?(${N}) ?月 ?(${N}) ?日`,
    ),
    month: 1,
    day: 2,
  },
  // Without a year only where it can hardly be anything else: 07/04, 7/4(火).
  { needs: SIGNS, pattern: pattern(`(?<![\\d/.-])(\\d{1,2})/(\\d{1,2})${WEEKDAY}`), month: 1, day: 2 },
  {
    needs: SIGNS,
    pattern: pattern('(?<![\\d/.-])(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])(?![\\d/.])'),
    month: 1,
    day: 2,
  },
];

function yearOf(written: string): number | undefined {
  const era = /^(令和|平成|昭和|大正|明治|reiwa|heisei|showa|[rhstm])[ .]?(.+)$/u.exec(written);
  if (era) {
    const since = ERAS[era[1] ?? ''];
    const count = era[2] === '元' ? 1 : numberOf((era[2] ?? '').trim());
    return since !== undefined && count !== undefined ? since + count : undefined;
  }
  const value = numberOf(written.replace("'", ''));
  if (value === undefined) return undefined;
  return value < 100 ? 2000 + value : value;
}

const number = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : /[a-z]/.test(written) ? monthOf(written) : numberOf(written);

const TIME =
  /^[ ,、]*(?:の|t|at |around |about |頃|ごろ)* ?(?:(午前|午後|a\.?m\.?|p\.?m\.?) ?)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?: ?時(?!間) ?(?:(\d{1,2}|[〇一二三四五六七八九十]{1,3}) ?分|(半))?|:(\d{2})(?::\d{2}(?:\.\d+)?)?|(?= ?[ap]\.?m(?![a-z])))(?: ?(a\.?m\.?|p\.?m\.?))?(?: ?(?:z|jst|utc|[+-]\d{2}:?\d{2}))?/u;

/** A time of day that follows a date, or stands by itself. */
function timeAt(text: string): { hour: number; minute: number; size: number } | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [all, half, hours, minutes, halfPast, colon, after] = match;
  const base = number(hours) ?? 0;
  const late = /午後|p/u.test(half ?? after ?? '') && base < 12;
  const early = /午前|a/u.test(half ?? after ?? '') && base === 12;
  const hour = late ? base + 12 : early ? 0 : base;
  const minute = halfPast ? 30 : (number(minutes ?? colon) ?? 0);
  return hour <= 30 && minute < 60 ? { hour, minute, size: all.length } : undefined;
}

const isReal = ({ month, day }: { month?: number | undefined; day?: number | undefined }): boolean =>
  (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= 31));

function momentsIn(view: PlainView): Moment[] {
  const { text, from, to } = view;
  return SHAPES.filter(({ needs }) => needs.test(text)).flatMap((shape) =>
    [...text.matchAll(shape.pattern)].flatMap((match): Moment[] => {
      // A letter of an era begins a word: R6, not «HR6».
      if (/^[a-z]/.test(match[0]) && /[a-z]/.test(text[match.index - 1] ?? '')) return [];
      const year = shape.year === undefined ? undefined : yearOf(match[shape.year] ?? '');
      const month = shape.month === undefined ? undefined : number(match[shape.month]);
      const day = shape.day === undefined ? undefined : number(match[shape.day]);
      if (!isReal({ month, day }) || (shape.year !== undefined && year === undefined)) return [];
      if ((shape.month !== undefined && !month) || (shape.day !== undefined && !day)) return [];
      const end = match.index + match[0].length;
      const time = day === undefined ? undefined : timeAt(text.slice(end, end + 40));
      return [
        {
          ...(year !== undefined && { year }),
          ...(month !== undefined && { month }),
          ...(day !== undefined && { day }),
          ...(time && { hour: time.hour, minute: time.minute }),
          from: from[match.index] ?? 0,
          to: to[end + (time?.size ?? 0) - 1] ?? 0,
        },
      ];
    }),
  );
}

const keyOf = (moment: Moment): string => JSON.stringify(moment);

/** Without any of these no date is told. */
const MAY_TELL = /[\d\uff10-\uff19\u2460-\u2473〇一二三四五六七八九十元壱弐]/u;

/** Every date of a text, in each way it can be read; taken apart by blanks as well. */
export function findDates(text: string, views?: Views): Moment[] {
  if (!MAY_TELL.test(text)) return [];
  const { plain: own, squeezed: other } = views ?? viewsOf(text);
  const plain = momentsIn(own);
  if (!other) return plain;
  const known = new Set(plain.map(keyOf));
  return [...plain, ...momentsIn(other).filter((moment) => !known.has(keyOf(moment)))];
}

/** Times of day that stand by themselves: 午前6時30分, 6:30 a.m. */
export function findTimes(text: string): Moment[] {
  const view = plainView(text, false);
  return [
    ...view.text.matchAll(
      /(?<![\d:.])(?:(?:午前|午後) ?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?: ?時(?!間|点|期|代|折|々)|:\d{2}(?!\d)| ?[ap]\.?m(?![a-z]))/gu,
    ),
  ].flatMap((match) => {
    const time = timeAt(view.text.slice(match.index, match.index + 40));
    if (!time) return [];
    const { hour, minute, size } = time;
    return [{ hour, minute, from: view.from[match.index] ?? 0, to: view.to[match.index + size - 1] ?? 0 }];
  });
}

/** Whether a date of a text tells of the one that must not be told: of its day, or of its month where no day is told. */
export function tellsOf(found: Moment, wanted: Moment): boolean {
  const same = (key: 'year' | 'month' | 'day'): boolean =>
    found[key] === undefined || wanted[key] === undefined || found[key] === wanted[key];
  if (!same('year') || !same('month') || !same('day')) return false;
  if (wanted.day !== undefined) return found.month !== undefined;
  if (wanted.month !== undefined) return found.month !== undefined;
  return found.year !== undefined;
}

/** The date that is listed, each way it can be read. */
export const datesOf = (name: string): Moment[] => {
  const found = findDates(name);
  const longest = Math.max(0, ...found.map(({ from, to }) => to - from));
  return found.filter(({ from, to }) => to - from === longest);
};
