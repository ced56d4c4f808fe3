/** Cuts at `limit` characters (code points, so that no character is halved) and says so with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/**
 * Puts values where a text names them in braces; a name without a value leaves nothing. `{n|machine|machines}` is the first
 * of the two for one, and the other for any other number.
 */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(
    /\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/g,
    (_, name: string, one: string | undefined, many: string | undefined) => {
      const value = values[name] ?? '';
      if (one === undefined || many === undefined) return String(value);
      return String(value) === '1' ? one : many;
    },
  );

/** JSON with keys in code-unit order at every depth: the same value gives the same bytes (for hashing). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What XML 1.0 and HTML cannot hold, whichever way it is written: control characters, halves of pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

/** A name as it may stand in a subject or a sentence: what breaks a line becomes a space. */
export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** Text as it may stand in HTML or XML, in an element or an attribute. The one place for all such writers. */
export const escapeHtml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);

/** Text that every store and document can hold: no U+0000, no half of a surrogate pair. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** The first so many units of a text, without the half of a character that the cut would leave. */
export const cutAt = (text: string, limit: number): string =>
  text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');

/** A text no longer than a form counts it (in units, an emoji is two), cut at a whole character and with an ellipsis. */
export const fitTo = (text: string, limit: number): string =>
  text.length <= limit ? text : `${cutAt(text, limit - 1)}…`;

/**
 * A text as a search compares it: width, case and long-vowel marks make no difference, so that サーバ, サーバー and
 * ｻｰﾊﾞｰ are one word. A long vowel is folded only after katakana, where writers differ.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[ァ-ヺ])ー+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The same where it makes no difference in which kana a word is written: ぽんぷ and ポンプ, さーば and サーバー. */
export const foldKana = (text: string): string =>
  fold(text)
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/(?<=[ぁ-ゖ])ー+/g, '');

/** A pattern for SQL's LIKE that finds a text anywhere, its own wildcards taken literally. */
export const likeAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;

const FORMULA = '[=+\\-@＝＋－＠﹦﹢﹣﹫\\t\\r\\n\\v\\f]';
const LIKE_FORMULA = new RegExp(`^'*${FORMULA}`);
const GUARDED = new RegExp(`^'+${FORMULA}`);

/**
 * Text that a spreadsheet would take for a formula is told apart by an apostrophe (CWE-1236), in full width too, for
 * Japanese spreadsheets take that as well. What has such an apostrophe of its own gets one more, so that
 * `withoutGuard` gives back what was.
 */
export const harmlessCell = (text: string): string => (LIKE_FORMULA.test(text) ? `'${text}` : text);

/** A cell of ours as it was before `harmlessCell`. */
export const withoutGuard = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

/** Letter case and width make no difference: ＤＢ and db are the same word. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Hyphens, dashes and minus signs that look alike. */
const HYPHENS = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
/** A long-vowel mark that no kana precedes was typed for a hyphen. */
const LONG_FOR_HYPHEN = /(?<![\u3041-\u3096\u30a1-\u30fa\u30fc])ー/g;

/** A text with every hyphen written as the keyboard writes it. */
export const alikeHyphens = (text: string): string =>
  text.normalize('NFKC').replace(HYPHENS, '-').replace(LONG_FOR_HYPHEN, '-');

/** What people write for a key, as keys are kept: width, letter case and the look of a hyphen make no difference. */
export const alikeKey = (text: string): string =>
  alikeHyphens(text)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();

const two = (n: number): string => String(n).padStart(2, '0');

/** A span as people count it at 3 a.m.: 4:07, 1:04:07, or days and hours. */
export function span(seconds: number, language: 'ja' | 'en' = 'en'): string {
  const whole = Math.abs(Math.trunc(seconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  if (hours >= 48)
    return language === 'ja'
      ? `${Math.floor(hours / 24)}日${hours % 24}時間`
      : `${Math.floor(hours / 24)}d ${hours % 24}h`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
