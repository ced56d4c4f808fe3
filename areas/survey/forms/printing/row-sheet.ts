import type { CellObject, Row } from 'write-excel-file/node';
import type { Language } from '../../../../kernel/language.ts';
import { storable } from '../../../../kernel/workbook/stored-text.ts';
import type { ChoiceName } from '../choices.ts';
import { columnName, ROW_PLANS } from '../plan.ts';
import { markOf, type RowSheet } from '../schema.ts';
import { SHEET_HELP, SHEET_WORDS } from '../words.ts';
import type { Answer } from './answers.ts';
import { heightOf, LOOK, written } from './look.ts';
import { across, cellName, type Made } from './sheet.ts';

const LEAST_ROWS_FREE = 5;
const LONG_FROM = 200;

/** A sheet with an entry a row; what is there already has its id in the first column, where nobody is shown it. */
export function rowSheet(
  sheet: RowSheet,
  entries: readonly { readonly id: string; readonly answer: Answer }[],
  footer: string,
  language: Language,
): Made {
  const { columns, rows: least, most } = ROW_PLANS[sheet];
  const seen = columns.filter(({ width }) => width > 0).length;
  const offers: { cell: string; list: ChoiceName }[] = [];
  const first = (key: string, height: number): CellObject => ({
    value: key,
    type: String,
    height,
    fontSize: 8,
  });
  const data: Row[] = [
    [first(markOf(sheet), 12), ...columns.map(({ column }) => ({ value: column, type: String }))],
    [
      first('#title', 30),
      ...across({ ...LOOK.title, fontSize: 14, value: SHEET_WORDS[sheet][language], type: String }, seen),
    ],
    [first('#note', 20), ...across({ ...LOOK.note, value: SHEET_HELP[sheet][language], type: String }, seen)],
    [
      first('#head', 30),
      ...columns.map(({ column, needed, width }) =>
        width === 0
          ? null
          : { ...LOOK.head, value: `${columnName(column, language)}${needed ? ' *' : ''}`, type: String },
      ),
    ],
  ];
  const top = data.length;
  const rows = Math.min(most, Math.max(least, entries.length + LEAST_ROWS_FREE));
  for (let n = 0; n < rows; n += 1) {
    const { id, answer } = entries[n] ?? { id: '', answer: {} };
    const height = heightOf(
      columns
        .filter(({ width }) => width > 0)
        .map(({ column, width }) => [answer[column] ?? '', width] as const),
      sheet === 'steps' ? 2 : 1,
    );
    const cells = columns.map(({ column, width, list }, at) => {
      if (list) offers.push({ cell: cellName(data.length, at + 1), list });
      const text = answer[column] ?? '';
      if (width === 0) return { value: storable(text), type: String };
      return written(text, LOOK.value, column === 'text' || text.length > LONG_FROM);
    });
    data.push([{ ...first(storable(id), Math.max(height, 22)) }, ...cells]);
  }
  return {
    name: SHEET_WORDS[sheet][language],
    data,
    widths: [0, ...columns.map(({ width }) => width)],
    hidden: false,
    offers,
    breaks: [],
    head: top,
    footer,
  };
}
