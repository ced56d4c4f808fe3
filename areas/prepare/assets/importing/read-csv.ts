import { type CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { withoutGuard } from '../../../../kernel/text.ts';
import { textOf } from './encoding.ts';
import { type CellFault, findHeader, type Grid } from './grid.ts';
import { knownHeaders } from './rules.ts';

const SEPARATORS = [',', '\t', ';', '|'] as const;
/** A file that is too long is refused before all of it is taken apart. */
const MOST_RECORDS = 100_040;
/** The separator is told by so many records. */
const TRIED = 40;

const rowsBy = (text: string, delimiter: string, to: number, relaxed: boolean): string[][] =>
  parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: relaxed,
    skip_empty_lines: false,
    delimiter,
    // Files that were put together end their lines in more than one way.
    record_delimiter: ['\r\n', '\n', '\r'],
    // Blanks before a quote are no part of what it holds.
    ltrim: relaxed && delimiter !== '\t',
    to,
  }) as string[][];

/** A quote within a cell that is not in quotes is what somebody typed: 19" is no mistake. */
function rowsOf(text: string, separator: string): string[][] {
  try {
    return rowsBy(text, separator, MOST_RECORDS, false);
  } catch (cause) {
    try {
      return rowsBy(text, separator, MOST_RECORDS, true);
    } catch {
      throw cause;
    }
  }
}

/** Programs write ="0012" so that a spreadsheet keeps a text as it is. */
const plainCell = (cell: string): string => {
  const [, held] = /^="((?:[^"]|"")*)"$/.exec(cell.trim()) ?? [];
  return withoutGuard(held === undefined ? cell : held.replaceAll('""', '"'));
};
/** Programs of old end a file with a character of its own; where such files were put together, rows follow it. */
const withoutEnd = (text: string): string =>
  text.trimEnd().endsWith('\u001a') ? text.replaceAll('\u001a', '') : text;

/** Spreadsheets say in a first line of its own what parts the cells. */
const SAID = /^\uFEFF?"?sep=(.)"?\r?\n/i;

/** What parts the cells: what the file says, else whatever gives the most headers we know, else the most columns. */
function separatorOf(text: string): string {
  const said = SAID.exec(text)?.[1];
  if (said !== undefined) return said;
  let best = { separator: ',', known: 0, columns: 1 };
  for (const separator of SEPARATORS) {
    const head = text.split('\n', TRIED).join('\n');
    let rows: string[][];
    try {
      rows = rowsBy(head, separator, TRIED, true);
    } catch {
      // A quote that is open at the end of what is looked at tells nothing of the separator.
      continue;
    }
    const header = rows[findHeader(rows)] ?? [];
    const { count: known } = knownHeaders(header);
    if (known > best.known || (known === best.known && header.length > best.columns))
      best = { separator, known, columns: header.length };
  }
  return best.separator;
}

const HALVED: Bilingual = {
  ja: '読み取れない文字（U+FFFDなど）が含まれています。元の文字に修正してください',
  en: 'It contains an unreadable character (such as U+FFFD). Restore the original',
};

/** Comma, tab, semicolon or bar, in whatever encoding Japanese programs save. */
export function readCsv(content: Uint8Array): Grid {
  const { text: whole, encoding } = textOf(content);
  const text = withoutEnd(whole);
  const separator = separatorOf(text);
  let rows: string[][];
  try {
    rows = rowsOf(text, separator);
  } catch (cause) {
    const { lines: line } = cause as CsvError & { lines?: number };
    throw new Fault('malformed', {
      detail: {
        ja: `CSVとして読み取れません${line ? `（${line}行目付近）` : ''}。引用符が閉じているか確認してください`,
        en: `This is not valid CSV${line ? ` (near line ${line})` : ''}. Check for an unclosed quote`,
      },
      cause,
    });
  }
  if (SAID.test(text)) rows[0] = [];
  const faults = new Map<number, readonly CellFault[]>();
  rows.forEach((row, i) => {
    const columns = row.flatMap((cell, n) => (cell.includes('\uFFFD') ? n : []));
    if (columns.length > 0) faults.set(i, [{ mend: HALVED, columns }]);
  });
  const head = findHeader(rows);
  if (faults.has(head))
    throw new Fault('malformed', {
      detail: {
        ja: `${head + 1}行目の見出しに${HALVED.ja}`,
        en: `In the headers, row ${head + 1}: ${HALVED.en}`,
      },
    });
  return {
    rows: rows.map((row) => row.map(plainCell)),
    faults,
    remarks:
      encoding === 'UTF-8' ? [] : [{ ja: `${encoding}として読み取りました`, en: `Read as ${encoding}` }],
    sheet: null,
    sheets: [],
  };
}
