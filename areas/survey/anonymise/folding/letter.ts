import { drawnLike, OLD_FORMS, pairs } from '../../../../kernel/look-alikes.ts';

/** What a character is to whoever looks for a name: nothing, something between letters, or letters. */
export type Seen =
  | { readonly kind: 'nothing' }
  /** How much it parts: 1 a blank or hyphen, 2 a comma or bracket, 3 the end of a sentence. */
  | { readonly kind: 'gap'; readonly wide: 1 | 2 | 3 }
  /** A dot of kana that stands by itself, soft or hard. */
  | { readonly kind: 'dot'; readonly hard: boolean }
  | { readonly kind: 'long' }
  | { readonly kind: 'letters'; readonly letters: string };

const UNSEEN = /^(?:[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|(?!\s)\p{Cc})$/u;
/** White space and hyphens of every kind, dots in the middle, and what joins words in names of files. */
const SOFT = /^[\s\p{Pd}\p{Pc}・･·•‧.．｡/／\\＼'’‘`´"“”−⁻₋~〜～+＋|｜]$/u;
const SENTENCE = /^[。！？!?]$/u;
const BETWEEN = /^[\p{P}\p{S}\p{Z}]$/u;
const MARK = /^\p{M}$/u;

/** Small kana, old kana and kana of one sound are one letter; all are hiragana. */
const KANA = new Map([
  ...pairs('ぁぃぅぇぉっゃゅょゎゕゖ', 'あいうえおつやゆよわかけ'),
  ...pairs('ぢづゐゑを', 'じずいえお'),
]);
/** Numerals of kanji are digits; ten and more are read in `numbers`. */
const NUMERALS = new Map(pairs('〇零一二三四五六七八九壱弐', '0012345678912'));
const LETTERS_OF_TWO = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]);

const toHiragana = (letter: string): string =>
  /^[ァ-ヶ]$/u.test(letter) ? String.fromCharCode(letter.charCodeAt(0) - 0x60) : letter;

const BADGES = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];
const badge = (letter: string): string | undefined => {
  const code = letter.codePointAt(0) ?? 0;
  const first = BADGES.find((from) => code >= from && code < from + 26);
  return first === undefined ? undefined : String.fromCharCode(97 + code - first);
};

function letterOf(letter: string): string {
  const kana = toHiragana(letter);
  const found = KANA.get(kana) ?? NUMERALS.get(letter) ?? drawnLike(letter) ?? badge(letter);
  if (found) return found;
  const lower = kana.toLowerCase();
  const old = OLD_FORMS.get(letter) ?? LETTERS_OF_TWO.get(lower);
  if (old) return NUMERALS.get(old) ?? old;
  const bare = /^[ぁ-ゟ]$/u.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
  return bare === letter || bare === '' ? bare : (drawnLike(bare) ?? bare);
}

function seenOf(one: string): Seen {
  if (one === 'ー' || one === 'ｰ') return { kind: 'long' };
  if (/^[\u3099\u309b]$/u.test(one)) return { kind: 'dot', hard: false };
  if (/^[\u309a\u309c]$/u.test(one)) return { kind: 'dot', hard: true };
  if (UNSEEN.test(one) || (MARK.test(one) && !badge(one))) return { kind: 'nothing' };
  if (SOFT.test(one)) return { kind: 'gap', wide: 1 };
  if (SENTENCE.test(one)) return { kind: 'gap', wide: 3 };
  if (BETWEEN.test(one) && !badge(one) && !OLD_FORMS.has(one)) return { kind: 'gap', wide: 2 };
  return { kind: 'letters', letters: letterOf(one) };
}

function seenIn(one: string): readonly Seen[] {
  if (one === '\uff9e') return [{ kind: 'dot', hard: false }];
  if (one === '\uff9f') return [{ kind: 'dot', hard: true }];
  if (UNSEEN.test(one)) return [{ kind: 'nothing' }];
  // Dots by themselves come apart into a blank and a mark.
  if (/^[\u309b\u309c]$/u.test(one)) return [seenOf(one)];
  const [first = '', ...more] = one.normalize('NFKC');
  return [first, ...more].map(seenOf);
}

const KNOWN: (readonly Seen[] | undefined)[] = [];

/** What a code point is, looked up once. */
export function seenAs(code: number): readonly Seen[] {
  const known = KNOWN[code];
  if (known) return known;
  const seen = seenIn(String.fromCodePoint(code));
  KNOWN[code] = seen;
  return seen;
}
