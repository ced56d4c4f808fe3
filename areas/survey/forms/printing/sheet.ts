import type { CellObject, Row, SheetData } from 'write-excel-file/node';
import type { ChoiceName } from '../choices.ts';

/** A sheet as it is made, with what the library has no words for. */
export interface Made {
  readonly data: SheetData;
  readonly name: string;
  readonly widths: readonly number[];
  readonly hidden: boolean;
  /** Cells that offer a list, as in B4. */
  readonly offers: readonly { readonly cell: string; readonly list: ChoiceName }[];
  /** Rows before which a page ends. */
  readonly breaks: readonly number[];
  /** Rows from the top that stay in sight and are printed on each page. */
  readonly head: number;
  readonly footer: string;
}

/** The name of a column, from 0. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
/** As in C12, both from 0. */
export const cellName = (row: number, column: number): string => `${letterOf(column)}${row + 1}`;

/** A cell over several columns, as the library wants it: the rest of them empty. */
export const across = (cell: CellObject, columns: number): Row => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
];
