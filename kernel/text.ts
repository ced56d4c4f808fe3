/** Cuts at `limit` characters (code points, so that no character is halved) and says so with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Puts values where a text names them in braces; a name without a value leaves nothing. */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

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

/** Text as it may stand in HTML, in an element or an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);

/** Text that every store and document can hold: no U+0000, no half of a surrogate pair. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** The first so many units of a text, without the half of a character that the cut would leave. */
export const cutAt = (text: string, limit: number): string =>
  text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');

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

/** A pattern for SQL's LIKE that finds a text anywhere, its own wildcards taken literally. */
export const likeAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;

/** What somebody looks for, word by word, as it is found in folded text. */
export const searchWords = (text: string): string[] => fold(text).split(' ').filter(Boolean);

/** Text that a spreadsheet would take for a formula is told apart by an apostrophe (CWE-1236). */
export const harmlessCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Letter case and width make no difference: ＤＢ and db are the same word. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
