import { type TableFile, tableOf } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readCycloneDx } from './read-cyclonedx.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ImportFormat, Reading } from './schema.ts';

/**
 * Reads a file of one of the formats.
 * @param reading which sheet, and which row holds the headers, where somebody said so
 * @throws Fault `malformed` that says what kept it from being read, `too-large`
 */
export function readTable(
  format: ImportFormat,
  content: Uint8Array,
  { sheet, headerRow }: Reading = {},
): TableFile {
  if (format === 'csv') return tableOf(readCsv(content), headerRow);
  if (format === 'xlsx') return tableOf(readWorkbook(content, sheet), headerRow);
  return readCycloneDx(content);
}
