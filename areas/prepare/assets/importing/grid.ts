import { Fault } from '../../../../kernel/errors.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import { BEYOND_HEADER, FILE_TOO_LONG, knownHeaders } from './rules.ts';
import type { HeadedFault } from './schema.ts';

/** What is wrong with cells of a row. */
export interface CellFault {
  readonly mend: Bilingual;
  /** Where, from 0; where none is named it is the whole row. */
  readonly columns: readonly number[];
}

/** Cells as a person sees them, row by row from the first of the file. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** What is wrong with a row, by its place. */
  readonly faults: ReadonlyMap<number, readonly CellFault[]>;
  /** What somebody should know of the file. */
  readonly remarks: readonly Bilingual[];
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

/** A row of a file, numbered as the file numbers it. */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly HeadedFault[];
  /** Headers that say something only of an entry that is not there yet. */
  readonly onlyWhenNew?: readonly string[];
}

/** A file as rows of texts by header. */
export interface TableFile {
  readonly headers: readonly string[];
  /** The row that holds them; 0 where there is none. */
  readonly headerRow: number;
  readonly rows: readonly TableRow[];
  readonly remarks: readonly Bilingual[];
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 200;
/** Titles and notes above a table are no more than this. */
const HEADER_WITHIN = 30;

export const TOO_WIDE = (): Fault =>
  new Fault('too-large', {
    detail: {
      ja: `列数の上限は${MOST_COLUMNS}です。不要な列を削除してください`,
      en: `At most ${MOST_COLUMNS} columns. Remove those that are not needed`,
    },
  });

export const isBlank = (row: readonly string[] | undefined): boolean =>
  !row || row.every((cell) => cell.trim() === '');

/**
 * The row that holds the headers: of the first rows the one with the most headers we know, one of them that of the key;
 * else the first that is not empty. What stands above are titles.
 */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const first = Math.max(
    0,
    rows.findIndex((row) => !isBlank(row)),
  );
  const scores = rows
    .slice(first, first + HEADER_WITHIN)
    .map((row, n) => ({ at: first + n, ...knownHeaders(row) }))
    .filter(({ at, key, count }) => at === first || (key && count > 1));
  const best = scores.reduce((most, each) => (each.count > most.count ? each : most), {
    at: first,
    count: 0,
  });
  return best.at;
}

/** Headers as they are called: two that are written alike are told apart. */
function headersOf(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((each, i) => {
    const header = each.replace(/\s+/g, ' ').trim() || `#${i + 1}`;
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    return nth === 1 ? header : `${header} (${nth})`;
  });
}

/** Under no header nobody knows what it was meant for: then it is the row's. */
const headed = ({ mend, columns }: CellFault, headers: readonly string[]): HeadedFault => ({
  mend,
  headers: columns.every((n) => n < headers.length) ? columns.flatMap((n) => headers[n] ?? []) : [],
});

const NO_HEADER = (row: number): Fault =>
  new Fault('malformed', {
    detail: {
      ja: `${row}行目には見出しがありません。見出しのある行を選択してください`,
      en: `Row ${row} holds no headers. Choose the row that does`,
    },
  });

/** @param chosen the row somebody said holds the headers, from 1 */
export function tableOf(grid: Grid, chosen: number | undefined): TableFile {
  const { rows, faults, sheet, sheets } = grid;
  const at = chosen === undefined ? findHeader(rows) : chosen - 1;
  const head = rows[at] ?? [];
  const last = head.findLastIndex((cell) => cell.trim() !== '');
  if (chosen !== undefined && last < 0) throw NO_HEADER(chosen);
  if (rows.length - at - 1 > MOST_ROWS) throw new Fault('too-large', { detail: FILE_TOO_LONG });
  if (last >= MOST_COLUMNS) throw TOO_WIDE();
  const headers = headersOf(head.slice(0, last + 1));
  const found: TableRow[] = [];
  for (let i = at + 1; i < rows.length; i += 1) {
    const row = rows[i];
    if (!row || isBlank(row)) continue;
    const cells = Object.fromEntries(headers.map((header, n) => [header, row[n] ?? '']));
    // Cells under no header mean that something slipped: the row is named, not guessed at.
    if (row.slice(headers.length).some((cell) => cell.trim() !== '')) cells[BEYOND_HEADER] = 'yes';
    found.push({ row: i + 1, cells, faults: (faults.get(i) ?? []).map((each) => headed(each, headers)) });
  }
  const above = rows.slice(0, at).filter((row) => !isBlank(row)).length;
  const titles: Bilingual[] =
    above > 0
      ? [
          {
            ja: `${at + 1}行目を見出しとして読み取りました（上の${above}行は対象外です）`,
            en: fillIn(
              'Row {row} is used as the header ({above} {above|row above is|rows above are} skipped)',
              {
                row: at + 1,
                above,
              },
            ),
          },
        ]
      : [];
  return { headers, headerRow: at + 1, rows: found, remarks: [...grid.remarks, ...titles], sheet, sheets };
}
