import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import {
  type Book,
  faultOf,
  NO_WORKBOOK,
  openBook,
  type Sheet,
  unreadable,
} from '../../../../kernel/workbook/book.ts';
import { columnOf, readCells, rowOf, type Seen } from '../../../../kernel/workbook/cells.ts';
import { type CellFault, findHeader, type Grid, isBlank, MOST_COLUMNS, TOO_WIDE } from './grid.ts';
import { FILE_TOO_LONG, knownHeaders } from './rules.ts';

/** Unpacked; a workbook of 100,000 rows takes some 60 MB. */
const MOST_UNPACKED = 200_000_000;
const MOST_ROWS = 100_100;
/** Rows are named one by one as long as somebody reads that. */
const MOST_NAMED = 10;

interface ReadSheet extends Seen {
  readonly rows: Map<number, string[]>;
  readonly faults: Map<number, CellFault[]>;
}

function readSheet(book: Book, sheet: Sheet): ReadSheet {
  const rows = new Map<number, string[]>();
  const faults = new Map<number, CellFault[]>();
  const seen = readCells(book, sheet, ({ row, column, shown }) => {
    if (shown === '') return;
    if (typeof shown !== 'string') {
      faults.set(row, [...(faults.get(row) ?? []), { mend: shown, columns: [column] }]);
      return;
    }
    if (row >= MOST_ROWS) throw new Fault('too-large', { detail: FILE_TOO_LONG });
    if (column >= MOST_COLUMNS) throw TOO_WIDE();
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = shown;
    rows.set(row, cells);
  });
  return { rows, faults, ...seen };
}

const MERGED: Bilingual = {
  ja: '列をまたいで結合されたセルがあります。結合を解除し、各列に値を入力してください',
  en: 'Cells are merged across columns. Unmerge them and fill in each column',
};

/** What is merged downwards is meant for each of its rows; across columns nobody knows which column is meant. */
function spread({ rows, faults, merged }: ReadSheet): void {
  for (const reference of merged) {
    const [from = '', to = from] = reference.split(':');
    const [top, left, bottom, right] = [rowOf(from), columnOf(from), rowOf(to), columnOf(to)];
    const value = rows.get(top)?.[left] ?? '';
    if (value === '') continue;
    const columns = Array.from({ length: Math.min(right, MOST_COLUMNS) - left + 1 }, (_, n) => left + n);
    for (let row = top; row <= Math.min(bottom, MOST_ROWS); row += 1) {
      const cells = rows.get(row);
      // A row with nothing of its own is no row of the table.
      if (!cells) continue;
      while (cells.length < left) cells.push('');
      cells[left] = value;
      if (right > left) faults.set(row, [...(faults.get(row) ?? []), { mend: MERGED, columns }]);
    }
  }
}

function remarksOf(book: Book, sheet: Sheet, { hiddenRows, hiddenColumns }: ReadSheet): Bilingual[] {
  const remarks: Bilingual[] = [];
  const others = book.sheets.filter((each) => each !== sheet && !each.hidden).map(({ name }) => name);
  const hidden = book.sheets.filter((each) => each !== sheet && each.hidden).map(({ name }) => name);
  if (others.length > 0)
    remarks.push({
      ja: `シート「${sheet.name}」を読み取りました（ほかのシート：${others.join('、')}）`,
      en: `Sheet “${sheet.name}” was read (other sheets: ${others.join(', ')})`,
    });
  if (hidden.length > 0)
    remarks.push({
      ja: `非表示のシートは対象外です：${hidden.join('、')}`,
      en: `Hidden sheets are skipped: ${hidden.join(', ')}`,
    });
  if (hiddenRows.length > 0) {
    const named = hiddenRows.slice(0, MOST_NAMED).map((row) => row + 1);
    const more = hiddenRows.length > MOST_NAMED ? '…' : '';
    remarks.push({
      ja: `非表示の行も読み取りました：${named.join('、')}${more}（${hiddenRows.length}行）`,
      en: `Hidden rows are included: ${named.join(', ')}${more} (${fillIn('{n} {n|row|rows}', { n: hiddenRows.length })})`,
    });
  }
  if (hiddenColumns) remarks.push({ ja: '非表示の列も読み取りました', en: 'Hidden columns are included' });
  return remarks;
}

const rowsOf = ({ rows }: ReadSheet): string[][] => {
  const length = [...rows.keys()].reduce((most, row) => Math.max(most, row + 1), 0);
  return Array.from({ length }, (_, row) => rows.get(row) ?? []);
};

/** How surely a sheet holds the table: a cover or a page of notes often stands before it. */
function likeness(rows: readonly (readonly string[])[]): number {
  const header = rows[findHeader(rows)];
  if (!header || isBlank(header)) return 0;
  if (knownHeaders(header).key) return 3;
  return header.filter((cell) => cell.trim() !== '').length > 1 ? 2 : 1;
}

/**
 * A sheet of a workbook (ECMA-376), its cells as they are shown: dates, eras, leading zeros and percentages by their
 * formats, in no zone at all.
 * @param wanted the sheet by its name; where none is named, of those that are not hidden the first that is most like a table
 * @throws Fault `malformed`, `too-large`
 */
export function readWorkbook(content: Uint8Array, wanted: string | undefined): Grid {
  try {
    const book = openBook(content, MOST_UNPACKED, FILE_TOO_LONG);
    const { sheet, read, rows } = wanted === undefined ? tableIn(book) : named(book, wanted);
    return {
      rows,
      faults: read.faults,
      remarks: remarksOf(book, sheet, read),
      sheet: sheet.name,
      sheets: book.sheets.map(({ name }) => name),
    };
  } catch (cause) {
    throw faultOf(cause);
  }
}

function opened(book: Book, sheet: Sheet) {
  const read = readSheet(book, sheet);
  spread(read);
  return { sheet, read, rows: rowsOf(read) };
}

function named(book: Book, wanted: string) {
  const sheet = book.sheets.find(({ name }) => name === wanted);
  if (sheet) return opened(book, sheet);
  const names = book.sheets.map(({ name }) => name);
  throw unreadable({
    ja: `シート「${wanted}」がありません。次から選択してください：${names.join('、')}`,
    en: `There is no sheet “${wanted}”. Choose one of: ${names.join(', ')}`,
  });
}

function tableIn(book: Book) {
  const seen = book.sheets.filter(({ hidden }) => !hidden);
  let best: (ReturnType<typeof opened> & { like: number }) | undefined;
  for (const sheet of seen.length > 0 ? seen : book.sheets) {
    const found = opened(book, sheet);
    const like = likeness(found.rows);
    if (!best || like > best.like) best = { ...found, like };
    if (like === 3) break;
  }
  if (!best) throw unreadable(NO_WORKBOOK);
  return best;
}
