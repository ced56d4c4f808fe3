import type { Bilingual } from '../language.ts';
import { type Book, NO_WORKBOOK, partsOf, type Sheet, unreadable } from './book.ts';
import { shownNumber } from './number-format.ts';
import { cellText, type Tag } from './xml.ts';

/** A cell that is not empty. */
export interface Cell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** As a person sees it, or what is wrong with it. */
  readonly shown: string | Bilingual;
  readonly formula: boolean;
  /** Its number, and by which format it is shown; undefined for anything else. */
  readonly number: { readonly value: number; readonly format: string } | undefined;
}

/** What a sheet says beside its cells. */
export interface Seen {
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: boolean;
  readonly merged: readonly string[];
}

/** The column of a reference such as BC12, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/gi, '').toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
export const rowOf = (reference: string): number => Number(reference.replace(/\D/g, '')) - 1;

interface Read {
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

/** What a cell shows, or what is wrong with it. */
function shownOf({ type, style, text }: Read, { texts, formats, from1904 }: Book): string | Bilingual {
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

/**
 * Goes through the cells of a sheet in the order of the file.
 * @throws Fault `malformed` where there is no such part; whatever `onCell` throws
 */
export function readCells(book: Book, { path }: Sheet, onCell: (cell: Cell) => void): Seen {
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
    if (shown === '' && !cell.worked) return;
    const value = cell.type === 'n' && text !== '' ? Number(text) : Number.NaN;
    const number = Number.isFinite(value)
      ? { value, format: book.formats[cell.style] ?? 'General' }
      : undefined;
    onCell({ row, column, shown, formula: cell.worked, number });
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
  return { hiddenRows, hiddenColumns, merged };
}
