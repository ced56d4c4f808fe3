import { KANJI_DIGITS, NUMBER_WORD, numberOf, SCALES, valueOfWords } from './numerals.ts';
import { type PlainView, plainView, type Views, viewsOf } from './plain-view.ts';

/** A number in a text, with what it counts as far as that is known. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | undefined;
  readonly from: number;
  readonly to: number;
  /** It is followed by a word, as what counts something is. */
  readonly counts: boolean;
}

/** Words that count the same, one line each. */
const UNITS: readonly (readonly [unit: string, words: RegExp])[] = [
  ['person', /^(?:人|名|people|persons?|users?|customers?|employees?|patients?|members?|staff)/],
  ['machine', /^(?:台|units?|machines?|servers?|terminals?|devices?|hosts?|computers?|pcs?)/],
  ['case', /^(?:件|records?|cases?|items?|entries|accounts?|orders?|transactions?|e?-?mails?)/],
  ['yen', /^(?:円|yen|jpy)/],
  ['dollar', /^(?:ドル|dollars?|usd)/],
  ['house', /^(?:社|companies|firms|organi[sz]ations)/],
  ['place', /^(?:拠点|箇所|か所|ヶ所|ケ所|カ所|店舗|店|sites?|locations?|shops?|stores?|plants?|工場)/],
  ['ship', /^(?:隻|ships?|vessels?)/],
  ['bed', /^(?:床|beds?)/],
  ['teu', /^teu/],
  ['hour', /^(?:時間|hours?|hrs?)/],
  ['minute', /^(?:分間?|minutes?|mins?)/],
  ['second', /^(?:秒|seconds?|secs?)/],
  ['day', /^(?:日間?|days?)/],
  ['week', /^(?:週間?|weeks?)/],
  ['month', /^(?:か月|ヶ月|ケ月|カ月|箇月|months?)/],
  ['year', /^(?:年間?|years?)/],
  ['percent', /^(?:%|パーセント|percent|per cent)/],
  ['time', /^(?:回|times)/],
  ['line', /^(?:回線|lines)/],
  ['byte', /^(?:[kmgt]i?b\b|bytes?)/],
];
const unitOf = (rest: string): string | undefined => UNITS.find(([, words]) => words.test(rest))?.[0];

const RUN = `[\\d${KANJI_DIGITS}](?:[,.](?=\\d)|[\\d${KANJI_DIGITS}])*`;
const NUMBER = new RegExp(
  `(${RUN})|(?<![a-z])(${NUMBER_WORD}(?:[ -]+(?:and +)?${NUMBER_WORD})*)(?![a-z])`,
  'g',
);
const SCALE = new RegExp(
  `^[ -]?(${[...SCALES.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?![a-z])`,
);
const MONEY = /([¥￥$])\s*$/;
/** So much of what stands around a number says what it counts. */
const NEAR = 24;

/** Words that have run together: two at least, for «often» says no ten. */
const RUN_TOGETHER = new RegExp(`(${RUN})|(${NUMBER_WORD}(?:-?(?:and)?${NUMBER_WORD})+)`, 'g');

function quantitiesIn({ text, from, to }: PlainView, number = NUMBER): Quantity[] {
  return [...text.matchAll(number)].flatMap((match) => {
    const [all, run, words] = match;
    const at = match.index;
    // Blanks may part thousands: 36 000.
    const spaced =
      run && /^\d{1,3}$/.test(run)
        ? /^(?: \d{3})+(?![\d,.])/.exec(text.slice(at + all.length, at + all.length + NEAR))?.[0]
        : undefined;
    const base = run ? numberOf((run + (spaced ?? '')).replaceAll(' ', '')) : valueOfWords(words ?? '');
    if (base === undefined) return [];
    let end = at + all.length + (spaced?.length ?? 0);
    const scale = run ? SCALE.exec(text.slice(end, end + NEAR)) : null;
    if (scale) end += scale[0].length;
    const before = text.slice(Math.max(0, at - NEAR), at);
    // A part of a code: CVE-2023-36000, A36.
    if (/[a-z\d]-$/.test(before) || (/[a-z]$/.test(before) && base < 1_000)) return [];
    const rest = text.slice(end, end + NEAR).replace(/^[ 余+超強弱-]+/, '');
    const [, money] = MONEY.exec(before) ?? [];
    const unit = unitOf(rest) ?? (money === undefined ? undefined : money === '$' ? 'dollar' : 'yen');
    return [
      {
        value: base * (scale ? (SCALES.get(scale[1] ?? '') ?? 1) : 1),
        unit,
        from: from[at] ?? 0,
        to: to[end - 1] ?? 0,
        counts: /^\p{L}|^%/u.test(rest),
      },
    ];
  });
}

/** Every number of a text. Where it was taken apart by blanks it is read as one as well. */
export function findQuantities(text: string, views: Views = viewsOf(text)): Quantity[] {
  const plain = quantitiesIn(views.plain);
  if (!views.squeezed) return plain;
  const known = new Set(plain.map(({ value, from, to }) => `${value} ${from} ${to}`));
  const squeezed = quantitiesIn(views.squeezed, RUN_TOGETHER).filter(
    ({ value, from, to }) => !known.has(`${value} ${from} ${to}`),
  );
  return [...plain, ...squeezed];
}

/** So small a number is found only with what it counts. */
const TELLING = 100;

/** Whether a number of a text is the one that must not be told. */
export function isQuantity(found: Quantity, wanted: { value: number; unit: string | undefined }): boolean {
  if (Math.abs(found.value - wanted.value) > 1e-9 * Math.max(1, Math.abs(wanted.value))) return false;
  if (found.unit !== undefined && wanted.unit !== undefined) return found.unit === wanted.unit;
  if (wanted.value >= TELLING) return true;
  return wanted.unit === undefined ? found.counts || wanted.value >= 10 : false;
}

/** The value of a quantity as it is listed; undefined where no number stands in it. */
export function quantityOf(name: string): { value: number; unit: string | undefined } | undefined {
  const [first] = quantitiesIn(plainView(name, false));
  return first && { value: first.value, unit: first.unit };
}
