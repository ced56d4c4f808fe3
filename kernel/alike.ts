import { drawnLike, OLD_FORMS, pairs } from './look-alikes.ts';
import { readingsOf } from './written-forms.ts';

/** One letter of a text as somebody who reads it sees it, with how it was written where that tells words apart. */
interface Letter {
  /** The same for all that look or sound alike: ー aside, ア, あ, ァ and ｱ are one, and so are a, а (Cyrillic), á and ａ. */
  readonly base: string;
  readonly hiragana: boolean;
  readonly small: boolean;
  /** A vowel that is drawn out. */
  readonly long: boolean;
}

/** What cannot be seen: joiners, fillers, variation selectors, control characters that are no white space. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|(?!\s)\p{Cc}/gu;
const MARKS = /\p{M}/gu;
/** Dots of kana that stand by themselves: ハ゛ is バ to whoever reads it. */
const APART = /\s{0,5}([\u309b\uff9e\u3099])|\s{0,5}([\u309c\uff9f\u309a])/gu;
const joined = (_all: string, soft?: string): string => (soft ? '\u3099' : '\u309a');
const BETWEEN = /[\s\p{P}\p{S}]/u;

/** Letters in a black square or circle, and those that flags are made of: 26 each from these on. */
const BADGES = [0x1f150, 0x1f170, 0x1f1e6];
const badge = (letter: string): string | undefined => {
  const code = letter.codePointAt(0) ?? 0;
  const first = BADGES.find((from) => code >= from && code < from + 26);
  return first === undefined ? undefined : String.fromCharCode(97 + code - first);
};
const KANA = /^[ぁ-ゖァ-ヺ]$/u;
const HIRAGANA = /^[ぁ-ゖ]$/u;
const SMALL = new Map(pairs('ぁぃぅぇぉっゃゅょゎゕゖ', 'あいうえおつやゆよわかけ'));
const SOFT = new Map(pairs('あいえお', 'ばびべぼ'));
/** What people write for ー. */
const DRAWN_OUT = /^[ー〜～~‐‑‒–—―−\-_ｰ]$/u;
/** Kanji that are drawn like katakana; taken for one only between katakana, or before them at the beginning of a word. */
const KANJI_LIKE = new Map(pairs('力二工八夕卜口千', 'カニエハタトロチ'));
const WORD = /[\p{L}\p{N}ー]/u;

const toHiragana = (letter: string): string =>
  /^[ァ-ヶ]$/u.test(letter) ? String.fromCharCode(letter.charCodeAt(0) - 0x60) : letter;

/** Composed and without what cannot be seen; kana keep their dots, for those make other letters of them. */
function seen(text: string): string[] {
  const whole = text.replace(UNSEEN, '').replace(APART, joined).normalize('NFKC').replace(UNSEEN, '');
  const letters = [...whole].flatMap((letter) =>
    KANA.test(letter) ? letter : [...letter.normalize('NFD').replace(MARKS, '')],
  );
  return letters.map((letter, i) => {
    const like = KANJI_LIKE.get(letter);
    const after = letters[i + 1] ?? '';
    const before = letters[i - 1] ?? '';
    const katakana = /^[ァ-ヺー]$/u;
    if (letter === '一' && katakana.test(before) && katakana.test(after)) return 'ー';
    if (like && katakana.test(after) && (katakana.test(before) || !WORD.test(before))) return like;
    return letter;
  });
}

const baseOf = (letter: string): string => {
  const kana = toHiragana(letter);
  return SMALL.get(kana) ?? drawnLike(letter) ?? badge(letter) ?? OLD_FORMS.get(letter) ?? kana.toLowerCase();
};

/** The letters of a text, without all that stands between them. */
export function lettersOf(text: string): Letter[] {
  const found: Letter[] = [];
  for (const letter of seen(text)) {
    const last = found.at(-1);
    if (DRAWN_OUT.test(letter)) {
      if (last && KANA.test(last.base)) found[found.length - 1] = { ...last, long: true };
      continue;
    }
    if (BETWEEN.test(letter) && badge(letter) === undefined && !OLD_FORMS.has(letter)) continue;
    const kana = toHiragana(letter);
    // ヴァ is バ to whoever reads it.
    const soft = last?.base === 'ゔ' ? SOFT.get(SMALL.get(kana) ?? kana) : undefined;
    if (soft) found.pop();
    found.push({
      base: soft ?? baseOf(letter),
      hiragana: HIRAGANA.test(letter),
      small: SMALL.has(kana),
      long: false,
    });
  }
  return found;
}

/** What is written for a Latin letter by somebody who would not be found. */
const STAND_INS: Readonly<Record<string, string>> = {
  a: 'a4@',
  b: 'b8',
  e: 'e3€',
  g: 'g9',
  i: 'i1l!|',
  l: 'l1i!|',
  o: 'o0',
  s: 's5$',
  t: 't7+',
  z: 'z2',
};
const LATIN = /^[a-z0-9]+$/;
const wordOf = (letters: readonly Letter[]): string => letters.map(({ base }) => base).join('');
const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/** Two letters that are drawn like one; rn is not taken for m, or every modern office would say modem. */
const TWO_FOR_ONE: Readonly<Record<string, string>> = { w: 'vv' };
const anyOf = (letter: string): string =>
  TWO_FOR_ONE[letter]
    ? `${letter}|${TWO_FOR_ONE[letter]}`
    : STAND_INS[letter]
      ? `[${[...STAND_INS[letter]].map(escaped).join('')}]`
      : escaped(letter);

/** So short a word is found by itself only: "display" says no ISP. */
const SHORT_LATIN = 3;

/** A Latin word: in one piece anywhere; taken apart, or with signs for letters, only where it stands by itself. */
function holdsLatin(text: string, word: string): boolean {
  const readable = seen(text)
    .map((letter) => (KANA.test(letter) ? letter : baseOf(letter)))
    .join('');
  if (word.length > SHORT_LATIN && readable.includes(word)) return true;
  const spaced = [...word].map((letter) => `(${anyOf(letter)})`).join('[\\s\\p{P}\\p{S}]*?');
  const alone = new RegExp(`(?<![a-z0-9])${spaced}(?=s?(?![a-z0-9]))`, 'gu');
  const most = word.length > SHORT_LATIN ? word.length / 2 : 1;
  return [...readable.matchAll(alone)].some(
    (found) => [...word].filter((letter, i) => found[i + 1] !== letter).length <= most,
  );
}

/** So short a word of kana is told from others by how it is written: "お送りください" says no リーク, "サバイバル" no サーバー. */
const MOST_AMBIGUOUS = 4;
const NEEDS_EDGES = 3;

/** Whether what is found is the word, and not letters of others that happen to follow each other. */
function isTheWord(
  text: readonly Letter[],
  { at, found }: { readonly at: number; readonly found: readonly Letter[] },
  term: readonly Letter[],
): boolean {
  if (term.length > MOST_AMBIGUOUS || !term.every(({ base }) => KANA.test(base))) return true;
  const marked = term.some(({ long, small }) => long || small);
  const alike = term.some(({ long, small }, i) => (long && found[i]?.long) || (small && found[i]?.small));
  if (marked) return alike;
  if (term.length > NEEDS_EDGES || !found.some(({ hiragana }) => hiragana)) return true;
  return !text[at - 1]?.hiragana && !text[at + term.length]?.hiragana;
}

/**
 * Whether a text says a word to whoever reads it, however it is written: in other widths, cases, kana or look-alike letters,
 * taken apart, with signs nobody sees or digits for letters. Words that merely contain its letters are not taken for it.
 */
export function says(text: string, term: string): boolean {
  return readingsOf(text).some((reading) => holds(reading, term));
}

function holds(text: string, term: string): boolean {
  const wanted = lettersOf(term);
  const word = wordOf(wanted);
  if (word === '') return false;
  if (LATIN.test(word)) return holdsLatin(text, word);
  const letters = lettersOf(text);
  return letters.some((_letter, at) => {
    const found = foundAt(letters, at, wanted);
    return found !== undefined && isTheWord(letters, { at, found }, wanted);
  });
}

/** Letters that only katakana make look alike. */
const DRAWN_ALIKE = new Map([
  ['ん', 'そ'],
  ['そ', 'ん'],
]);
const isLike = (letter: Letter | undefined, wanted: Letter): boolean => {
  if (!letter) return false;
  const fits = STAND_INS[wanted.base] ?? wanted.base;
  return fits.includes(letter.base) || (!letter.hiragana && fits === DRAWN_ALIKE.get(letter.base));
};

/** The vowels by which a syllable is drawn out where no ー is written: サイバァ, ユウザ. */
const VOWELS = [
  ['あかさたなはまやらわがざだばぱ', 'あ'],
  ['いきしちにひみりぎじぢびぴ', 'い'],
  ['うくすつぬふむゆるぐずづぶぷ', 'う'],
  ['えけせてねへめれげぜでべぺ', 'えい'],
  ['おこそとのほもよろをごぞどぼぽ', 'おう'],
] as const;
const drawsOut = (vowel: Letter | undefined, syllable: Letter | undefined): boolean =>
  vowel !== undefined &&
  syllable !== undefined &&
  !vowel.hiragana &&
  VOWELS.some(([all, by]) => all.includes(syllable.base) && by.includes(vowel.base));

/** The letters of a text that are a word's from one place on, each of its letters with one; undefined: they are not. */
function foundAt(letters: readonly Letter[], at: number, wanted: readonly Letter[]): Letter[] | undefined {
  const found: Letter[] = [];
  let here = at;
  for (const [i, each] of wanted.entries()) {
    const letter = letters[here];
    // The other way round: ゼロデイ is said by ゼロデー.
    if (found.at(-1)?.long && !wanted[i - 1]?.long && drawsOut(each, wanted[i - 1]) && !isLike(letter, each))
      continue;
    if (!letter || !isLike(letter, each)) return undefined;
    here += 1;
    const next = wanted[i + 1];
    const out = each.long && !letter.long && drawsOut(letters[here], letter);
    if (out && !(next && isLike(letters[here], next))) here += 1;
    found.push(out ? { ...letter, long: true } : letter);
  }
  return found;
}
