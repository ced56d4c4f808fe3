import fc from 'fast-check';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openBook } from './book.ts';
import { readCells } from './cells.ts';
import { storable } from './stored-text.ts';

async function throughWorkbook(texts: readonly string[]): Promise<string[]> {
  const cells = texts.map((text) => [{ value: storable(text), type: String }]);
  const book = openBook(await writeExcelFile(cells).toBuffer(), 1e8, { ja: '', en: '' });
  const read: string[] = texts.map(() => '');
  for (const sheet of book.sheets)
    readCells(book, sheet, ({ row, shown }) => {
      if (typeof shown === 'string') read[row] = shown;
    });
  return read;
}

const ODD = ['valueOf', 'constructor', '__proto__', 'toString', '_x0041_', '_x005F_', '\r\n', 'a\tb', '\u0000', '\u0007', '\ufffd', '\ufffe', '\ufdd0', '\u{1fffe}', ' 空白 ', '<&>"\'', ']]>', '=1+1', '𠮷', '👩‍👩‍👧']; // biome-ignore format: a table

test('any text comes back from a workbook as it was', async () => {
  expect(await throughWorkbook(ODD)).toEqual(ODD);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 }), async (texts) => {
      expect(await throughWorkbook(texts)).toEqual(texts);
    }),
    { numRuns: 40 },
  );
});
