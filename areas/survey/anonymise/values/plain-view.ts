import { seenAs } from '../folding/letter.ts';

/** A text in which numbers and dates are read: width and case folded, what nobody sees left out. */
export interface PlainView {
  readonly text: string;
  /** Where each unit of it begins and ends in what was written. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const isUnseen = (code: number): boolean => {
  if (code < 0x7f) return code < 0x20 && code !== 9 && code !== 10 && code !== 13;
  const [seen, ...more] = seenAs(code);
  return more.length === 0 && seen?.kind === 'nothing';
};

/** @param squeezed without blanks, for what is taken apart: 2 0 2 3 年, and a word that goes on in the next line */
export function plainView(text: string, squeezed: boolean): PlainView {
  const from: number[] = [];
  const to: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const one = text.slice(at, end);
    const blank = code === 32 || ((code < 33 || code > 0x7f) && /\s/.test(one));
    const skipped =
      isUnseen(code) ||
      (squeezed && blank) ||
      (squeezed && /^[-‐]$/.test(one) && /^\s*\n/.test(text.slice(end, end + 4)));
    if (!skipped) {
      const written = blank ? ' ' : code < 0x80 ? one.toLowerCase() : one.normalize('NFKC').toLowerCase();
      for (let unit = 0; unit < written.length; unit++) {
        from.push(at);
        to.push(end);
      }
      plain += written;
    }
    at = end;
  }
  return { text: plain, from, to };
}

/** A text both ways; `squeezed` is not there where it is the same. */
export interface Views {
  readonly plain: PlainView;
  readonly squeezed: PlainView | undefined;
}

export function viewsOf(text: string): Views {
  const plain = plainView(text, false);
  if (!plain.text.includes(' ')) return { plain, squeezed: undefined };
  return { plain, squeezed: plainView(text, true) };
}

const KANJI = '〇零一二三四五六七八九十百千万億壱弐';
/** What follows a numeral of kanji that counts or dates something; 一部 and 元の count nothing. */
const COUNTED = '年月日時台件人名社店拠箇所か回本分秒週円隻床通機個枚';
/** Where numbers may stand: digits, numerals of kanji, and what English has for them. */
const NUMERAL = new RegExp(
  `[\\d\\uff10-\\uff19\\u2460-\\u2473\\u{1d7ce}-\\u{1d7ff}]|[${KANJI}](?=[\\s\\p{Cf}]{0,3}[${KANJI}${COUNTED}\\d])|元(?=[\\s\\p{Cf}]{0,3}年)|(?<![a-z])(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:thir|four|fif|six|seven|eigh|nine)teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|zero|hundred|thousand|million|billion)`,
  'giu',
);
/** So much around one belongs to the same date or number. */
const AROUND = 48;

/** The stretches of a text in which numbers stand, with where they begin. */
export function numeralStretches(text: string): { readonly text: string; readonly from: number }[] {
  const stretches: { from: number; to: number }[] = [];
  NUMERAL.lastIndex = 0;
  for (let match = NUMERAL.exec(text); match; match = NUMERAL.exec(text)) {
    const [from, to] = [Math.max(0, match.index - AROUND), Math.min(text.length, NUMERAL.lastIndex + AROUND)];
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches.map(({ from, to }) => ({ text: text.slice(from, to), from }));
}
