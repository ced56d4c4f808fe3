import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import { builtInFormat, shownNumber } from '../../../../kernel/workbook/number-format.ts';
import { cellText, type Tag, walkXml } from '../../../../kernel/workbook/xml.ts';
import { Zip } from '../../../../kernel/workbook/zip.ts';
import { type CellFault, findHeader, type Grid, isBlank, MOST_COLUMNS, TOO_WIDE } from './grid.ts';
import { FILE_TOO_LONG, knownHeaders } from './rules.ts';

/** Unpacked; a workbook of 100,000 rows takes some 60 MB. */
const MOST_UNPACKED = 200_000_000;
const MOST_ROWS = 100_100;
/** Rows are named one by one as long as somebody reads that. */
const MOST_NAMED = 10;
/** Workbooks of old, and those with a password, are kept in this. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

const unreadable = (detail: Bilingual, cause?: unknown): Fault => new Fault('malformed', { detail, cause });
const NO_WORKBOOK: Bilingual = {
  ja: 'XLSXとして読み取れません。Excelブック（.xlsx）で保存し直してください',
  en: 'This is not a valid XLSX file. Save it as an Excel workbook (.xlsx)',
};

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

interface Book {
  readonly zip: Zip;
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly texts: readonly string[];
  /** Format by the number of a style. */
  readonly formats: readonly string[];
}

function partsOf(
  zip: Zip,
  path: string,
  onTag: (tag: Tag) => void,
  onText: (text: string) => void = () => {},
) {
  const xml = zip.text(path);
  if (xml !== undefined) walkXml(xml, onTag, onText);
  return xml !== undefined;
}

function sharedTexts(zip: Zip): string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let reading = 0;
  partsOf(
    zip,
    'xl/sharedStrings.xml',
    ({ name, opens, closes }) => {
      // How a name is read aloud is written beside it, and is no part of it.
      if (name === 'rPh') reading += opens && !closes ? 1 : opens ? 0 : -1;
      if (name === 't') inText = opens && !closes;
      if (name !== 'si') return;
      if (opens) text = '';
      if (closes) texts.push(cellText(text));
    },
    (part) => {
      if (inText && reading === 0) text += part;
    },
  );
  return texts;
}

function formatsOf(zip: Zip): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let within = false;
  partsOf(zip, 'xl/styles.xml', ({ name, opens, closes, attribute }) => {
    if (name === 'numFmt' && opens)
      own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
    if (name === 'cellXfs') within = opens && !closes;
    if (name === 'xf' && opens && within) {
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(own.get(id) ?? builtInFormat(id));
    }
  });
  return formats;
}

/** A part by its name in the file: it is told from the folder of the workbook, or from the top. */
const withinBook = (target: string): string =>
  decodeURIComponent(new URL(target, 'file:///xl/').pathname).slice(1);

function openBook(content: Uint8Array): Book {
  if (COMPOUND_FILE.every((byte, i) => content[i] === byte))
    throw unreadable({
      ja: '旧形式（.xls）、またはパスワード付きのブックです。パスワードを解除し、Excelブック（.xlsx）で保存し直してください',
      en: 'This is an old .xls workbook or has a password. Remove the password and save it as .xlsx',
    });
  const zip = new Zip(content);
  if (zip.unpackedSize > MOST_UNPACKED) throw new Fault('too-large', { detail: FILE_TOO_LONG });
  const paths = new Map<string, string>();
  partsOf(zip, 'xl/_rels/workbook.xml.rels', ({ name, opens, attribute }) => {
    if (name !== 'Relationship' || !opens) return;
    paths.set(attribute('Id') ?? '', withinBook(attribute('Target') ?? ''));
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  const found = partsOf(zip, 'xl/workbook.xml', ({ name, opens, attribute }) => {
    if (!opens) return;
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const path = paths.get(attribute('id') ?? '');
    const hidden = (attribute('state') ?? 'visible') !== 'visible';
    if (path?.includes('worksheets/')) sheets.push({ name: attribute('name') ?? '', hidden, path });
  });
  if (!found || sheets.length === 0) throw unreadable(NO_WORKBOOK);
  return { zip, sheets, from1904, texts: sharedTexts(zip), formats: formatsOf(zip) };
}

/** The column of a reference such as BC12, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/gi, '').toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
const rowOf = (reference: string): number => Number(reference.replace(/\D/g, '')) - 1;

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

/** What a cell shows, or what is wrong with it. */
function shownOf({ type, style, text }: Cell, { texts, formats, from1904 }: Book): string | Bilingual {
  if (type === 's') return texts[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e')
    return {
      ja: `セルの値がエラー（${text}）です。値を修正してください`,
      en: `A cell shows the error ${text}. Enter its value`,
    };
  if (type === 'str' || type === 'inlineStr' || type === 'd') return cellText(text);
  if (text === '') return '';
  const shown = shownNumber(Number(text), formats[style] ?? 'General', from1904);
  return (
    shown?.trim() ?? {
      ja: `数値「${text}」は桁数が多すぎるか、日付として扱えません。列の書式を「文字列」にして入力し直してください`,
      en: `The number “${text}” has too many digits or is not a valid date. Format the column as text and enter it again`,
    }
  );
}

/** Programs that write workbooks without a spreadsheet leave formulas without their results. */
const NOT_WORKED_OUT: Bilingual = {
  ja: 'セルの数式の計算結果がファイルに保存されていません。表計算ソフトで開いて保存し直すか、値を入力してください',
  en: 'A cell contains a formula without a result. Open and save the file in a spreadsheet, or enter the value',
};

interface ReadSheet {
  readonly rows: Map<number, string[]>;
  readonly faults: Map<number, CellFault[]>;
  readonly hiddenRows: number[];
  readonly hiddenColumns: boolean;
  readonly merged: string[];
}

function readSheet(book: Book, { path }: Sheet): ReadSheet {
  const rows = new Map<number, string[]>();
  const faults = new Map<number, CellFault[]>();
  const hiddenRows: number[] = [];
  const merged: string[] = [];
  let hiddenColumns = false;
  let row = -1;
  let column = -1;
  let cell = { type: 'n', style: 0, worked: false };
  let text = '';
  let inValue = false;
  let reading = 0;
  const closeCell = () => {
    // A text that was worked out may be empty; a value that nobody worked out yet is no value.
    const owed = cell.worked && text === '' && cell.type !== 'str';
    const shown = owed ? NOT_WORKED_OUT : shownOf({ ...cell, text }, book);
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
  };
  const hidden = (tag: Tag) => ['1', 'true'].includes(tag.attribute('hidden') ?? '');
  const found = partsOf(
    book.zip,
    path,
    (tag) => {
      const { name, opens, closes } = tag;
      if (name === 'row' && opens) {
        row = tag.attribute('r') === undefined ? row + 1 : Number(tag.attribute('r')) - 1;
        column = -1;
        if (hidden(tag)) hiddenRows.push(row);
      } else if (name === 'c') {
        if (opens) {
          const reference = tag.attribute('r');
          column = reference === undefined ? column + 1 : columnOf(reference);
          cell = { type: tag.attribute('t') ?? 'n', style: Number(tag.attribute('s') ?? 0), worked: false };
          text = '';
        }
        if (closes) closeCell();
      } else if (name === 'rPh') reading += opens && !closes ? 1 : opens ? 0 : -1;
      else if (name === 'f' && opens) cell = { ...cell, worked: true };
      else if (name === 'v' || name === 't') inValue = opens && !closes;
      else if (name === 'col' && opens && hidden(tag)) hiddenColumns = true;
      else if (name === 'mergeCell' && opens) merged.push(tag.attribute('ref') ?? '');
    },
    (part) => {
      if (inValue && reading === 0) text += part;
    },
  );
  if (!found) throw unreadable(NO_WORKBOOK);
  return { rows, faults, hiddenRows, hiddenColumns, merged };
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
    const book = openBook(content);
    const { sheet, read, rows } = wanted === undefined ? tableIn(book) : named(book, wanted);
    return {
      rows,
      faults: read.faults,
      remarks: remarksOf(book, sheet, read),
      sheet: sheet.name,
      sheets: book.sheets.map(({ name }) => name),
    };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw unreadable(NO_WORKBOOK, cause);
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
