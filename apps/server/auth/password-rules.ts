import { COMMON } from './common-passwords.ts';

export const PASSWORD_LENGTH = 12;

export type Weakness = 'short' | 'guessable';

/** What a hand runs along. */
const ROWS = [
  'qwertyuiop@',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1234567890-^',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_RUN = 4;
/** So many things that are each hard to foresee: a letter of one's own is one, a common word is one, a row of keys is one. */
const LEAST_UNITS = 8;

const LOOKS_LIKE: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }; // biome-ignore format: a table

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const unmasked = (text: string): string => [...text].map((c) => LOOKS_LIKE[c] ?? c).join('');

/** The longest stretch at a place that goes up or down by one, or stays: 3456, dcba, aaaa. */
function steadyAt(letters: readonly string[], from: number): number {
  const step = (at: number): number => (letters[at + 1]?.codePointAt(0) ?? Number.NaN) - (letters[at]?.codePointAt(0) ?? 0); // biome-ignore format: one thought
  const first = step(from);
  if (Math.abs(first) > 1 || Number.isNaN(first)) return 1;
  let length = 2;
  while (step(from + length - 1) === first) length += 1;
  return length;
}

function runAt(text: string): number {
  let longest = 0;
  for (const run of RUNS)
    for (let length = [...text].length; length >= SHORTEST_RUN && length > longest; length -= 1)
      if (run.includes([...text].slice(0, length).join(''))) longest = length;
  return longest;
}

/** Parts of names and addresses that stand for their owner. */
const wordsOf = (about: readonly string[]): string[] =>
  about.flatMap((text) =>
    folded(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 3 || /^[^\x20-\x7e]{2,}$/.test(word)),
  );

/** How many things a password is made of that are hard to foresee, the same ones counted once. */
function unitsOf(password: string, own: readonly string[]): number {
  const letters = [...folded(password)];
  const units = new Set<string>();
  for (let at = 0; at < letters.length; ) {
    const rest = letters.slice(at).join('');
    const bare = unmasked(rest);
    let taken = 1;
    let unit = letters[at] ?? '';
    for (const word of [...COMMON, ...own]) {
      if (word.length > taken && (rest.startsWith(word) || bare.startsWith(word))) {
        taken = [...word].length;
        unit = `word ${word}`;
      }
    }
    const steady = steadyAt(letters, at);
    const run = Math.max(steady >= 3 ? steady : 0, runAt(rest));
    if (run > taken) {
      taken = run;
      unit = `run of ${letters[at]}`;
    }
    const year = /^(19|20)\d\d/.exec(rest);
    if (year && taken < 4) {
      taken = 4;
      unit = 'year';
    }
    units.add(unit);
    at += taken;
  }
  return units.size;
}

/**
 * What makes a password one of the first that are guessed: it is short, or little else than common words, repeats, rows of
 * keys, and names of the person or the organisation.
 * @param about names and addresses of the person, the name of the organisation
 */
export function weaknessOf(password: string, about: readonly string[]): Weakness | undefined {
  if ([...password].length < PASSWORD_LENGTH) return 'short';
  return unitsOf(password, wordsOf(about)) < LEAST_UNITS ? 'guessable' : undefined;
}

export const WEAKNESS = {
  short: {
    ja: `パスワードは${PASSWORD_LENGTH}文字以上にしてください`,
    en: `Use at least ${PASSWORD_LENGTH} characters`,
  },
  guessable: {
    ja: 'よく使われる単語、同じ文字の繰り返し、キー配列、氏名・組織名のみのパスワードは推測されやすいため使用できません。推測されにくい単語を組み合わせてください',
    en: 'Common words, repeats, keyboard rows and names are easy to guess. Combine words that no one would expect',
  },
} as const;
