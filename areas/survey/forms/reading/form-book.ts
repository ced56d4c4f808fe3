import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { type Book, faultOf, NO_WORKBOOK, openBook, unreadable } from '../../../../kernel/workbook/book.ts';
import { type Cell, readCells } from '../../../../kernel/workbook/cells.ts';
import { datedBy, momentOf } from '../../../../kernel/workbook/number-format.ts';
import { FAULT_WORDS } from '../words.ts';

/** A cell as it came: what a person sees, what is wrong with it, and which moment its number is, if any. */
export interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly wrong?: Bilingual;
  readonly formula?: true;
  readonly moment?: { readonly wall: string; readonly precision: 'second' | 'minute' | 'day' | 'month' };
}
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly FormCell[];
  readonly merged: readonly string[];
}
/** A workbook as cells: no more of them than a form could have. */
export interface FormBook {
  readonly sheets: readonly RawSheet[];
  readonly external: boolean;
}

const MOST_UNPACKED = 40_000_000;
const MOST_CELLS = 30_000;
const MOST_CHARACTERS = 3_000_000;
const MOST_SHEETS = 40;
/** A sheet has no more (ECMA-376). */
const EDGE = { rows: 1_048_576, columns: 16_384 } as const;
/** Days that a number without a format may mean, from 1982 to 2119. */
const DAYS = { from: 30_000, to: 80_000 } as const;

function momentIn({ number }: Cell, from1904: boolean): FormCell['moment'] {
  if (!number) return undefined;
  const { value, format } = number;
  const by = datedBy(format);
  if (!by && (format !== 'General' || value < DAYS.from || value > DAYS.to)) return undefined;
  const wall = momentOf(value, from1904);
  if (!wall) return undefined;
  const timed = wall.hour + wall.minute + wall.second > 0;
  return { wall: wall.toString(), precision: by ?? (timed ? 'minute' : 'day') };
}

function cellOf(cell: Cell, from1904: boolean): FormCell {
  const { row, column, shown, formula } = cell;
  const moment = momentIn(cell, from1904);
  return {
    row,
    column,
    text: typeof shown === 'string' ? shown : '',
    ...(typeof shown !== 'string' && { wrong: shown }),
    ...(formula && { formula }),
    ...(moment && { moment }),
  };
}

function sheetsOf(book: Book): RawSheet[] {
  let [cells, characters] = [0, 0];
  return book.sheets.slice(0, MOST_SHEETS).map((sheet) => {
    const found: FormCell[] = [];
    const { merged } = readCells(book, sheet, (cell) => {
      if (!(cell.row >= 0 && cell.row < EDGE.rows && cell.column >= 0 && cell.column < EDGE.columns))
        throw unreadable(NO_WORKBOOK);
      const read = cellOf(cell, book.from1904);
      if (read.text.trim() === '' && !read.wrong && !read.formula) return;
      cells += 1;
      characters += read.text.length;
      if (cells > MOST_CELLS || characters > MOST_CHARACTERS)
        throw new Fault('too-large', { detail: FAULT_WORDS.tooLarge });
      found.push(read);
    });
    return { name: sheet.name, hidden: sheet.hidden, cells: found, merged: merged.slice(0, 1_000) };
  });
}

/** @throws Fault `malformed`, `too-large` that says what kept it from being read */
export function readFormBook(content: Uint8Array): FormBook {
  try {
    const book = openBook(content, MOST_UNPACKED, FAULT_WORDS.tooLarge);
    const parts = book.zip.names;
    if (parts.some((name) => /vbaProject|macrosheets\/|activeX\//i.test(name)))
      throw unreadable(FAULT_WORDS.macros);
    if (/macroEnabled|sheet\.binary/i.test(book.zip.text('[Content_Types].xml') ?? ''))
      throw unreadable(FAULT_WORDS.macros);
    return { sheets: sheetsOf(book), external: parts.some((name) => /^xl\/externalLinks\//i.test(name)) };
  } catch (cause) {
    throw faultOf(cause);
  }
}
