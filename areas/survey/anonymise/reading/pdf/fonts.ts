import { Lexer } from './lexer.ts';
import type { PdfFile } from './objects.ts';
import {
  asArray,
  asDict,
  asName,
  asNumber,
  asOperator,
  asString,
  type PdfDict,
  type PdfValue,
} from './values.ts';

/** Codes of a font as the letters they stand for; undefined where nobody can tell. */
export type Decode = (bytes: string) => string | undefined;

const utf16 = (bytes: string): string => Buffer.from(bytes, 'latin1').swap16().toString('utf16le');
const unicode = (bytes: string): string => (bytes.length % 2 === 0 ? utf16(bytes) : bytes);
const next = (text: string, by: number): string => {
  const last = text.codePointAt(text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1)) ?? 0;
  return text.slice(0, text.length - (last > 0xffff ? 2 : 1)) + String.fromCodePoint(last + by);
};
const codeOf = (bytes: string): number => [...bytes].reduce((sum, each) => sum * 256 + each.charCodeAt(0), 0);
const keyOf = (size: number, code: number): number => size * 2 ** 32 + code;

/** A table from codes to letters (ToUnicode). */
function letterTable(source: string): { table: ReadonlyMap<number, string>; sizes: readonly number[] } {
  const table = new Map<number, string>();
  const sizes = new Set<number>();
  const lexer = new Lexer(source);
  let values: PdfValue[] = [];
  while (!lexer.ended) {
    const value = lexer.value();
    const operator = asOperator(value);
    if (operator === undefined) {
      values.push(value);
      continue;
    }
    if (operator === 'endcodespacerange') for (const each of values) sizes.add(asString(each)?.length ?? 1);
    if (operator === 'endbfchar')
      for (let i = 0; i + 1 < values.length; i += 2) {
        const code = asString(values[i]) ?? '';
        table.set(keyOf(code.length, codeOf(code)), unicode(asString(values[i + 1]) ?? ''));
      }
    if (operator === 'endbfrange')
      for (let i = 0; i + 2 < values.length; i += 3) {
        const [from = '', to = ''] = [asString(values[i]), asString(values[i + 1])];
        const list = asArray(values[i + 2]);
        for (let code = codeOf(from); code <= codeOf(to) && code - codeOf(from) < 65_536; code++) {
          const at = code - codeOf(from);
          const letters = list
            ? unicode(asString(list[at]) ?? '')
            : next(unicode(asString(values[i + 2]) ?? ''), at);
          table.set(keyOf(from.length, code), letters);
        }
      }
    values = [];
  }
  return { table, sizes: [...sizes].sort((a, b) => a - b) };
}

function byTable({ table, sizes }: ReturnType<typeof letterTable>, fallback: number): Decode {
  const lengths = sizes.length > 0 ? sizes : [fallback];
  return (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const size =
        lengths.find((each) => table.has(keyOf(each, codeOf(bytes.slice(at, at + each))))) ?? lengths[0] ?? 1;
      text += table.get(keyOf(size, codeOf(bytes.slice(at, at + size)))) ?? '\ufffd';
      at += size;
    }
    return text;
  };
}

const GLYPHS: Readonly<Record<string, string>> = {
  space: ' ',
  hyphen: '-',
  period: '.',
  comma: ',',
  colon: ':',
  slash: '/',
  parenleft: '(',
  parenright: ')',
  at: '@',
  ampersand: '&',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  quoteright: '’',
  quotesingle: "'",
  underscore: '_',
};
const glyph = (name: string): string => {
  const hex = /^u(?:ni)?([\dA-F]{4,6})/.exec(name)?.[1];
  return hex
    ? String.fromCodePoint(Number.parseInt(hex, 16))
    : (GLYPHS[name] ?? (name.length === 1 ? name : '\ufffd'));
};

/** Codes of one byte each, some of which a font names anew. */
function bySimple(file: PdfFile, font: PdfDict): Decode {
  const names = new Map<number, string>();
  let code = 0;
  for (const each of file.array(asDict(file.resolve(font['Encoding']))?.['Differences']) ?? []) {
    const at = asNumber(each);
    if (at !== undefined) code = at;
    else names.set(code++, glyph(asName(each) ?? ''));
  }
  const windows = new TextDecoder('windows-1252');
  return (bytes) =>
    [...bytes]
      .map((each) => names.get(each.charCodeAt(0)) ?? windows.decode(Buffer.from(each, 'latin1')))
      .join('');
}

/** How a font's codes are read. */
export function decoderOf(file: PdfFile, font: PdfDict): Decode {
  const composite = asName(file.resolve(font['Subtype'])) === 'Type0';
  const table = file.object(font['ToUnicode']);
  const bytes = table && file.bytesOf(table);
  if (bytes) return byTable(letterTable(bytes.toString('latin1')), composite ? 2 : 1);
  if (!composite) return bySimple(file, font);
  const encoding = asName(file.resolve(font['Encoding'])) ?? '';
  if (/UTF16|UCS2/.test(encoding)) return utf16;
  if (/^(?:90ms|90msp|83pv|90pv)-RKSJ/.test(encoding))
    return (codes) => new TextDecoder('shift_jis').decode(Buffer.from(codes, 'latin1'));
  if (/^(?:EUC)-/.test(encoding))
    return (codes) => new TextDecoder('euc-jp').decode(Buffer.from(codes, 'latin1'));
  // Numbers of shapes with no table: a picture of words.
  return () => undefined;
}
