import { Fault } from '../../kernel/errors.ts';
import type { ReportContent } from './content.ts';

/** The letters a TrueType or OpenType font has, by its table of characters (OpenType `cmap`, formats 4 and 12). */
export function lettersOf(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) return found;
  const cmap = font.readUInt32BE(entry + 8);
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = font.subarray(cmap + font.readUInt32BE(cmap + 8 + 8 * i));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, found);
    else if (format === 12) addGroups(table, found);
  }
  return found;
}

function addSegments(table: Buffer, found: Set<number>): void {
  const twice = table.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + 2 * twice + at);
    const place = 16 + 3 * twice + at;
    const range = table.readUInt16BE(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : table.readUInt16BE(place + range + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
}

function addGroups(table: Buffer, found: Set<number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const at = 16 + 12 * i;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++) found.add(code);
  }
}

/** Every letter of the texts of a content, by its number. */
export function lettersIn(content: unknown): Set<number> {
  const found = new Set<number>();
  const through = (value: unknown): void => {
    if (typeof value === 'string') for (const letter of value) found.add(letter.codePointAt(0) ?? 0);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(through);
  };
  through(content);
  return found;
}

/** The same sign under another number: looks the same on paper, and is no other letter. */
const SAME: Readonly<Record<string, string>> = {
  '\u2011': '\u2010',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]$/u;
/** So much of what stands around a letter says who or what is meant. */
const AROUND = 24;

interface Printed<T> {
  readonly content: T;
  /** Each letter no font has by its number, with what it stands in, once. */
  readonly missing: readonly { readonly code: string; readonly within: string }[];
}

/**
 * What a document can be set from: a letter that no font has would be an empty box, in which a name is anybody's. It is
 * written as its number instead, and told.
 */
export function printable<T>(content: T, has: ReadonlySet<number>): Printed<T> {
  const missing = new Map<string, string>();
  const letter = (each: string): string | undefined => {
    const known = (text: string) => [...text].every((one) => has.has(one.codePointAt(0) ?? 0));
    if (UNSEEN.test(each) || known(each)) return each;
    const same = SAME[each] ?? each.normalize('NFKC');
    return known(same) ? same : undefined;
  };
  const text = (whole: string): string => {
    if (whole.isWellFormed() && [...whole].every((each) => has.has(each.codePointAt(0) ?? 0))) return whole;
    const letters = [...whole.normalize('NFC')].map((each) => ({ each, as: letter(each) }));
    const codes = letters.map(({ each, as }) => as ?? codeOf(each));
    letters.forEach(({ each, as }, i) => {
      if (as === undefined && !missing.has(codeOf(each)))
        missing.set(codeOf(each), codes.slice(Math.max(0, i - AROUND / 2), i + AROUND).join(''));
    });
    return codes.join('');
  };
  const through = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(through);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, through(inner)]));
  };
  const printed = through(content) as T;
  return { content: printed, missing: [...missing].map(([code, within]) => ({ code, within })) };
}

/** A final report names what cannot be printed, case by case, or of what it says of itself; a draft prints the numbers. */
export function lettersFault(
  { cases, issuer, frame }: ReportContent,
  missing: readonly { code: string; within: string }[],
): Fault {
  const fields = missing.map(({ code, within }) => {
    const letter = String.fromCodePoint(Number.parseInt(code.slice(3), 16));
    const index = cases.findIndex((each) => JSON.stringify(each).includes(letter));
    const about = [
      ['issuer', issuer],
      ['programme', frame?.cover],
      ['selection', frame?.front],
    ] as const;
    const [told = 'cases'] = about.find(([, text]) => JSON.stringify(text ?? '').includes(letter)) ?? [];
    return {
      field: index < 0 ? told : `cases.${index}`,
      mend: {
        ja: `「${within}」の${code}は、どの書体にも含まれない文字です。別の表記にするか、その文字を含むフォントを SONAE_FONTS に指定してください`,
        en: `No typeface has ${code} in “${within}”. Use other characters, or name a font that has it in SONAE_FONTS`,
      },
    };
  });
  return new Fault('invalid', { fields });
}

const codeOf = (letter: string): string =>
  `〔U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
