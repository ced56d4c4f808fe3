import { CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../../../kernel/errors.ts';
import { sumFaults, type Table } from './rules.ts';

const refused = (faults: readonly { field: string; ja: string; en: string }[]): Fault =>
  new Fault('invalid', { fields: faults.map(({ field, ja, en }) => ({ field, mend: { ja, en } })) });

function countOf(cell: string): number | undefined {
  const plain = cell.normalize('NFKC').replace(/[\s,]/g, '');
  if (!/^\d{1,15}$/.test(plain)) return undefined;
  return Number(plain);
}

function linesOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused([
      {
        field: `row ${Number(error['lines'] ?? 1)}`,
        ja: '引用符が閉じていないか、セルの途中にあります。修正してください',
        en: 'A quotation mark is not closed, or stands within a cell. Fix it',
      },
    ]);
  }
}

/**
 * A table of counts from CSV: headings in its first row and column, totals in its last.
 * @throws Fault `invalid` that names the cell, row or column
 */
export function readTable(text: string): Table {
  const lines = linesOf(text);
  const [head = [], ...body] = lines;
  const columns = head.slice(1).map((each) => each.trim());
  const rows = body.map(([name = '']) => name.trim());
  if (rows.length < 2 || columns.length < 2)
    throw refused([
      {
        field: 'table',
        ja: '見出しと合計を含む2行2列以上の表にしてください',
        en: 'Use a table with headings, at least one row and column, and totals',
      },
    ]);
  const twice = [rows, columns].flatMap((names) => names.filter((name, i) => names.indexOf(name) !== i));
  if (twice.length > 0)
    throw refused(
      twice.map((name) => ({
        field: name,
        ja: '見出しが重複しています。別の名前にしてください',
        en: 'The heading is used twice. Rename it',
      })),
    );
  const faults = body.flatMap((line, row) =>
    columns.flatMap((column, i) =>
      countOf(line[i + 1] ?? '') === undefined || line.length !== columns.length + 1
        ? [
            {
              field: `${rows[row]} / ${column}`,
              ja: '0以上の整数を入力してください',
              en: 'Enter a whole number of 0 or more',
            },
          ]
        : [],
    ),
  );
  if (faults.length > 0) throw refused(faults.slice(0, 20));
  const table = { rows, columns, cells: body.map((line) => line.slice(1).map((cell) => countOf(cell) ?? 0)) };
  const sums = sumFaults(table);
  if (sums.length > 0)
    throw refused(
      sums.map((each) => ({
        field: each.split(':')[0] ?? 'table',
        ja: `合計が一致しません（${each}）。値か合計を修正してください`,
        en: `The total does not add up (${each}). Correct a value or the total`,
      })),
    );
  return table;
}
