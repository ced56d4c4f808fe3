import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';

/** A text and how it was read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const refused = (detail: Bilingual): Fault => new Fault('malformed', { detail });
const UNKNOWN = (): Fault =>
  refused({
    ja: '文字コードを判別できません（UTF-8、UTF-16、Shift_JIS、EUC-JPのいずれでもありません）。UTF-8で保存し直してください',
    en: 'Unknown encoding (not UTF-8, UTF-16, Shift_JIS or EUC-JP). Save the file as UTF-8',
  });

const decode = (encoding: string, content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** UTF-16 without its mark is told by the halves of letters that are zero. */
function utf16Of(content: Uint8Array): string | undefined {
  const looked = content.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  looked.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  const many = looked.length / 5;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

/** No word of kana begins with a mark or a small letter, and marks stand only after what they change. */
const ODD_KANA =
  /(?<![\uff61-\uff9f])[\uff9e\uff9f\uff67-\uff70\uff9d]|[^\uff73\uff76-\uff84\uff8a-\uff8e]\uff9e|[^\uff8a-\uff8e]\uff9f/;

/** Kana by kana in half width is what EUC-JP looks like when it is taken for Shift_JIS. */
function japanese(content: Uint8Array): Decoded | undefined {
  const sjis = decode('shift_jis', content);
  const euc = decode('euc-jp', content);
  if (sjis === undefined && euc === undefined) return undefined;
  const letters = (text: string) => count(text, /\P{ASCII}/gu);
  const half = sjis === undefined ? 0 : count(sjis, /[\uff61-\uff9f]/g);
  const isEuc =
    euc !== undefined &&
    (sjis === undefined ||
      count(euc, /[\u3041-\u30fa]/g) * 5 >= letters(euc) ||
      (half < letters(sjis) && half * 2 > letters(sjis)));
  // Of nothing but kana in half width, two by two, only their spelling tells what it is; where that does not, nobody guesses.
  if (!isEuc && euc !== undefined && sjis !== undefined && half > 0 && half === letters(sjis)) {
    if (ODD_KANA.test(sjis)) return { text: euc, encoding: 'EUC-JP' };
    if (!/[\uff9e\uff9f]/.test(sjis)) return undefined;
  }
  if (isEuc) return { text: euc, encoding: 'EUC-JP' };
  return sjis === undefined || isWestern(sjis) ? undefined : { text: sjis, encoding: 'Shift_JIS' };
}

/** A letter of Japanese between two of Latin is an accented letter of another encoding that took the next one with it. */
function isWestern(text: string): boolean {
  const alone = count(text, /(?<=[A-Za-z])(?![\uff61-\uff9f])\P{ASCII}(?=[a-z])/gu);
  return alone > 0 && alone * 2 > count(text, /(?![\uff61-\uff9f])\P{ASCII}/gu);
}

/** Letters of three or four bytes that are whole: in a file that is damaged UTF-8 they are many. */
function wholeLetters(text: string): number {
  return count(text, /[\u0800-\ufffc\u{10000}-\u{10ffff}]/gu);
}

/**
 * Bytes as text: by the byte-order mark, else UTF-8 where it is that, also where some of it is damaged (then U+FFFD
 * stands for each letter that is not whole, and whoever takes the text apart names it), else what Japanese programs save.
 * @throws Fault `malformed` that names what it could be
 */
export function decoded(content: Uint8Array): Decoded {
  const [first, second, third] = content;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : utf16Of(content);
  if (marked !== undefined) {
    const even = content.length % 2 === 0 ? content : content.subarray(0, -1);
    return { text: new TextDecoder(marked).decode(even), encoding: marked.toUpperCase() };
  }
  const utf8 = decode('utf-8', content);
  if (utf8?.includes('\u001b$'))
    return { text: decode('iso-2022-jp', content) ?? utf8, encoding: 'ISO-2022-JP' };
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' };
  const damaged = new TextDecoder('utf-8').decode(content);
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  if (wholeLetters(damaged) > count(damaged, /\uFFFD/g)) return { text: damaged, encoding: 'UTF-8' };
  // A mark that was put before a file of another encoding says nothing of it.
  const found = japanese(isMarked ? content.subarray(3) : content);
  if (found) return found;
  if (!isMarked) throw UNKNOWN();
  return { text: damaged, encoding: 'UTF-8' };
}

/** @throws Fault `malformed` where the text holds what no file of text does */
export function textOf(content: Uint8Array): Decoded {
  const found = decoded(content);
  if (found.text.includes('\u0000') || !found.text.isWellFormed()) throw UNKNOWN();
  return found;
}
