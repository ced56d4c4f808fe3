import { stringify } from 'csv-stringify/sync';
import type { Context } from '../../../database/transaction.ts';
import { harmlessCell } from '../../../kernel/text.ts';
import { lookAtStatistics } from './look-at-statistics.ts';
import type { StatisticsQuery } from './schema.ts';
import { type Sheet, sheetsOf } from './sheets/rules.ts';

/** Spreadsheets know a file as UTF-8 by this. */
const BOM = '\uFEFF';

/** Everything on the screen as one file of tables, one below the other, each under the rule it is counted by. */
function asCsv(sheets: readonly Sheet[]): Uint8Array {
  const rows = sheets.flatMap(({ title, rule, rows: table }) => [
    [title],
    ...table.map((row) => row.map((cell) => (typeof cell === 'string' ? harmlessCell(cell) : (cell ?? '')))),
    [rule],
    [],
  ]);
  return Buffer.from(BOM + stringify(rows));
}

/** The same as a workbook: a sheet a table, numbers as numbers, text as text that nothing takes for a formula. */
async function asWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const text = (value: string, bold = false) => ({
    value,
    type: String,
    ...(bold && { fontWeight: 'bold' as const }),
  });
  const cellOf = (cell: string | number | null, bold: boolean) => {
    if (cell === null) return null;
    return typeof cell === 'number' ? { value: cell, type: Number } : text(cell, bold);
  };
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const workbook = writeExcelFile(
    sheets.map(({ name, title, rule, rows }) => ({
      sheet: name,
      data: [
        [text(title, true)],
        ...rows.map((row, at) => row.map((cell) => cellOf(cell, at === 0))),
        [text(rule)],
      ],
      columns: [{ width: 44 }, ...(rows[0] ?? []).slice(1).map(() => ({ width: 14 }))],
    })),
  );
  return (await workbook.toBuffer()) as Uint8Array;
}

export async function exportStatistics(
  ctx: Context,
  { format, ...query }: StatisticsQuery & { readonly format: 'csv' | 'xlsx' },
): Promise<Uint8Array> {
  const sheets = sheetsOf(await lookAtStatistics(ctx, query), ctx.language);
  return format === 'csv' ? asCsv(sheets) : asWorkbook(sheets);
}
