const DIGITS = new Map([...'〇一二三四五六七八九'].map((each, i) => [each, i] as const));
for (const [letter, value] of [
  ['零', 0],
  ['壱', 1],
  ['弐', 2],
  ['参', 3],
] as const)
  DIGITS.set(letter, value);
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
]);
const LARGE = new Map([
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
]);

/** Letters a number of kanji is made of, for patterns. */
export const KANJI_DIGITS = '〇零一二三四五六七八九壱弐参十百千万億兆';

/** Below ten thousand: 6千, 六千五百, 6,500, 二〇二三. */
function below(text: string): number | undefined {
  let total = 0;
  let open: number | undefined;
  for (const [token] of text.matchAll(/\d[\d,]*(?:\.\d+)?|./gu)) {
    const unit = SMALL.get(token);
    if (unit !== undefined) {
      total += (open ?? 1) * unit;
      open = undefined;
      continue;
    }
    const digit = DIGITS.get(token);
    const value = digit ?? Number(token.replaceAll(',', ''));
    if (!Number.isFinite(value)) return undefined;
    open = digit !== undefined && open !== undefined ? open * 10 + digit : value;
  }
  return total + (open ?? 0);
}

/** A number in digits, kanji or both, as 36,000, 3万6千, 三万六千 or 3.6万; undefined where it is none. */
export function numberOf(text: string): number | undefined {
  let total = 0;
  let rest = text;
  for (const [letter, size] of [...LARGE].reverse()) {
    const at = rest.indexOf(letter);
    if (at < 0) continue;
    const head = at === 0 ? 1 : below(rest.slice(0, at));
    if (head === undefined) return undefined;
    total += head * size;
    rest = rest.slice(at + 1);
  }
  if (rest === '') return total;
  const tail = below(rest);
  return tail === undefined ? undefined : Math.round((total + tail) * 1e6) / 1e6;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH = new Map<string, number>([
  ...ONES.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
]);
export const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
]);
export const NUMBER_WORD = `(?:${[...ONES, ...TENS, 'hundred', 'thousand', 'million', 'billion'].toSorted((a, b) => b.length - a.length).join('|')})`;

const WORD = new RegExp(`${NUMBER_WORD}|and`, 'g');

/** A number in English words: thirty-six thousand five hundred. */
export function valueOfWords(text: string): number {
  let total = 0;
  let group = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (word === 'and') continue;
    const scale = SCALES.get(word);
    if (scale === 100) group = Math.max(1, group) * 100;
    else if (scale !== undefined) {
      total += Math.max(1, group) * scale;
      group = 0;
    } else group += ENGLISH.get(word) ?? 0;
  }
  return total + group;
}
