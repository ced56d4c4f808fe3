import { pairs } from '../../../../kernel/look-alikes.ts';
import { AFTER_V, HARD, isKana, SOFT, unitDrawsOut } from './kana.ts';
import { type Seen, seenAs } from './letter.ts';

/** A text as somebody sees it who looks for a name: letters alone, each with where it was written. */
export interface Folded {
  /** Letters, a UTF-16 unit each. */
  readonly letters: Uint16Array;
  /** Where in the text each begins and ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** What stands before each: 0 nothing, then as `Seen`. */
  readonly gaps: Uint8Array;
  /** Another letter it may be taken for: 力 for カ, 0 for O; 0 where none. */
  readonly others: Uint16Array;
  /** 1 where it may do no more than draw the letter before it out. */
  readonly drawn: Uint8Array;
  readonly length: number;
}

/** Kanji that are drawn like katakana, digits that are drawn like letters. */
const LIKE = new Map(
  [...pairs('力二工八夕卜口千', 'かにえはたとろち'), ...pairs('01', 'ol')].map(
    ([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)] as const,
  ),
);
const SMALL_VOWELS = new Set([...'ぁぃぇぉァィェォｧｨｪｫ'].map((each) => each.charCodeAt(0)));
const HAN = /^[\p{sc=Han}]$/u;
const hanKnown = new Map<number, boolean>();
const isHan = (unit: number): boolean => {
  if (unit < 0x2e80) return unit >= 0x30 && unit <= 0x39;
  const known = hanKnown.get(unit);
  if (known !== undefined) return known;
  const han = (unit >= 0xd800 && unit < 0xe000) || HAN.test(String.fromCharCode(unit));
  hanKnown.set(unit, han);
  return han;
};
const isKatakana = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (unit >= 0x30a1 && unit <= 0x30fc) || (unit >= 0xff66 && unit <= 0xff9f);
};
const GA = 'が'.charCodeAt(0);
const NO = 'の'.charCodeAt(0);
const VU = 'ゔ'.charCodeAt(0);
const AGAIN = '々'.charCodeAt(0);
const BETWEEN_KANJI = new Map([...'がけか'].map((each) => [each.charCodeAt(0), GA] as const));

class Folding {
  readonly #text: string;
  readonly #letters: Uint16Array;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  readonly #gaps: Uint8Array;
  readonly #others: Uint16Array;
  readonly #drawn: Uint8Array;
  #length = 0;
  #gap = 0;

  constructor(text: string) {
    this.#text = text;
    // ㍿ is four letters, the longest of all is eighteen; most are one.
    const most =
      text.length +
      32 +
      [...text.matchAll(/[\u3200-\u33ff\ufdfa\ufb00-\ufb06\u1f100-\u1f2ff]/gu)].length * 18;
    this.#letters = new Uint16Array(most);
    this.#from = new Uint32Array(most);
    this.#to = new Uint32Array(most);
    this.#gaps = new Uint8Array(most);
    this.#others = new Uint16Array(most);
    this.#drawn = new Uint8Array(most);
  }

  read(): Folded {
    const text = this.#text;
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0;
      const to = at + (code > 0xffff ? 2 : 1);
      for (const seen of seenAs(code)) this.#take(seen, code, at, to);
      at = to;
    }
    this.#joinKanji();
    const cut = <T extends Uint8Array | Uint16Array | Uint32Array>(all: T): T =>
      all.subarray(0, this.#length) as T;
    return {
      letters: cut(this.#letters),
      from: cut(this.#from),
      to: cut(this.#to),
      gaps: cut(this.#gaps),
      others: cut(this.#others),
      drawn: cut(this.#drawn),
      length: this.#length,
    };
  }

  #last(): string {
    return this.#length === 0 ? '' : String.fromCharCode(this.#letters[this.#length - 1] ?? 0);
  }

  #take(seen: Seen, code: number, from: number, to: number): void {
    if (seen.kind === 'letters') {
      for (const letter of seen.letters) this.#letter(letter, code, from, to);
      return;
    }
    if (seen.kind === 'gap') {
      this.#gap = Math.max(this.#gap, seen.wide);
      return;
    }
    if (seen.kind === 'nothing' || this.#length === 0) return;
    const last = this.#last();
    if (seen.kind === 'long') {
      // Without kana before it, it was typed for a hyphen.
      if (isKana(last) && this.#gap === 0) this.#to[this.#length - 1] = to;
      else this.#gap = Math.max(this.#gap, 1);
      return;
    }
    const dotted = (seen.hard ? HARD : SOFT).get(last);
    if (dotted && this.#gap <= 1) {
      this.#letters[this.#length - 1] = dotted.charCodeAt(0);
      this.#to[this.#length - 1] = to;
      this.#gap = 0;
    }
  }

  #letter(letter: string, code: number, from: number, to: number): void {
    const before = this.#length === 0 ? 0 : (this.#letters[this.#length - 1] ?? 0);
    if (before === VU && SMALL_VOWELS.has(code)) {
      const afterV = AFTER_V.get(letter);
      if (afterV) {
        this.#letters[this.#length - 1] = afterV.charCodeAt(0);
        this.#to[this.#length - 1] = to;
        return;
      }
    }
    for (let unit = 0; unit < letter.length; unit++) {
      const at = this.#length;
      const written = letter.charCodeAt(unit);
      // A kanji that is written again by a sign.
      const own = written === AGAIN && before !== 0 ? before : written;
      this.#letters[at] = own;
      this.#from[at] = from;
      this.#to[at] = to;
      this.#gaps[at] = unit === 0 ? this.#gap : 0;
      this.#others[at] = LIKE.get(code) ?? LIKE.get(own) ?? 0;
      const lengthens = code === 0x4e00 && from > 0 && isKatakana(this.#text, from - 1);
      if (lengthens || unitDrawsOut(before, own)) this.#drawn[at] = 1;
      this.#length += 1;
    }
    this.#gap = 0;
  }

  /** 霞ヶ関, 霞ケ関 and 霞が関 are one; so are 堀之内 and 堀ノ内, 3ヶ月 and 3か月. ヴ by itself is ブ. */
  #joinKanji(): void {
    const letters = this.#letters;
    for (let at = 0; at < this.#length; at++) {
      const unit = letters[at] ?? 0;
      if (unit === 0x3094) letters[at] = 'ぶ'.charCodeAt(0);
      if (at === 0 || at === this.#length - 1) continue;
      const joins = unit === 0x4e4b ? NO : unit === 0x7b87 ? GA : BETWEEN_KANJI.get(unit);
      if (joins && isHan(letters[at - 1] ?? 0) && isHan(letters[at + 1] ?? 0)) letters[at] = joins;
    }
  }
}

export const foldText = (text: string): Folded => new Folding(text).read();

/** The letters of a name as `foldText` sees them in a text. */
export function foldName(name: string): string {
  const { letters } = foldText(name);
  return String.fromCharCode(...letters);
}
