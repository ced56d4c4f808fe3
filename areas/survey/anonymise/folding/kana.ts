import { pairs } from '../../../../kernel/look-alikes.ts';

/** Kana by their vowel, as `folded` writes them: hiragana, none small. */
const ROWS: readonly (readonly [vowel: string, kana: string])[] = [
  ['a', 'あかさたなはまやらわがざだばぱ'],
  ['i', 'いきしちにひみりぎじびぴ'],
  ['u', 'うくすつぬふむゆるぐずぶぷゔ'],
  ['e', 'えけせてねへめれげぜでべぺ'],
  ['o', 'おこそとのほもよろごぞどぼぽ'],
];
const VOWEL_OF = new Map(ROWS.flatMap(([vowel, kana]) => [...kana].map((each) => [each, vowel] as const)));

export const SOFT = new Map(
  pairs('かきくけこさしすせそたちつてとはひふへほう', 'がぎぐげござじずぜぞだじずでどばびぶべぼゔ'),
);
export const HARD = new Map(pairs('はひふへほ', 'ぱぴぷぺぽ'));
/** ヴァ is バ to whoever reads it. */
export const AFTER_V = new Map(pairs('あいえお', 'ばびべぼ'));

export const isKana = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= 'ぁ' && letter <= 'ゖ';

/** Whether a letter may do no more than draw the one before it out: とうきょう and ときょ, Kato, Katoh and Katou. */
export function drawsOut(before: string, letter: string): boolean {
  const vowel = VOWEL_OF.get(before);
  if (vowel !== undefined)
    return (
      (letter === 'あ' && vowel === 'a') ||
      (letter === 'い' && (vowel === 'i' || vowel === 'e')) ||
      (letter === 'う' && (vowel === 'u' || vowel === 'o')) ||
      (letter === 'え' && vowel === 'e') ||
      (letter === 'お' && vowel === 'o')
    );
  return (
    (letter === before && 'aiueo'.includes(before)) ||
    (before === 'o' && (letter === 'u' || letter === 'h')) ||
    (before === 'e' && letter === 'i')
  );
}

const DRAWING = [...'あいうえおaiueouh'];
const DRAWN = new Set(
  [...VOWEL_OF.keys(), ...'aiueo'].flatMap((before) =>
    DRAWING.filter((letter) => drawsOut(before, letter)).map(
      (letter) => before.charCodeAt(0) * 65_536 + letter.charCodeAt(0),
    ),
  ),
);
const DRAWING_CODES = new Set(DRAWING.map((letter) => letter.charCodeAt(0)));

/** The same, of UTF-16 units. */
export const unitDrawsOut = (before: number, unit: number): boolean =>
  DRAWING_CODES.has(unit) && DRAWN.has(before * 65_536 + unit);

/** A word without what merely draws its vowels out. */
export function shortened(word: string): string {
  let short = '';
  let before = '';
  for (const letter of word) {
    if (before !== '' && drawsOut(before, letter)) continue;
    short += letter;
    before = letter;
  }
  return short;
}
