import { CsvError, parse } from 'csv-parse/sync';
import { textOf } from '../../areas/prepare/assets/importing/encoding.ts';
import type { Level, Ratings } from '../../areas/survey/selection/agreement/rules.ts';
import { Fault } from '../../kernel/errors.ts';
import { withoutGuard } from '../../kernel/text.ts';

/** What is wrong with a table and how to fix it; rows and columns counted from 1 as a spreadsheet shows them. */
export class TableError extends Error {
  readonly row: number | undefined;
  readonly column: number | undefined;
  constructor(text: string, row?: number, column?: number) {
    const place = [row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ');
    super(place ? `${place}: ${text}` : text);
    this.row = row;
    this.column = column;
  }
}

interface Row {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What somebody says of a table that is otherwise told by looking. */
export interface Shape {
  readonly header?: boolean;
  readonly names?: boolean;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Spreadsheets say in a first line of its own what parts the cells. */
const SAID = /^\uFEFF?"?sep=(.)"?\r?\n/i;
const MOST_CELLS = 2_000_000;

/** A number as people and programs write it: full width, a plus, a comma for the point where commas part nothing. */
export function numberIn(cell: string, separator = ','): number | undefined {
  const text = cell.normalize('NFKC').trim().replace(/^−/, '-');
  const plain = separator === ',' ? text : text.replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain))
    ? Number(plain)
    : undefined;
}

const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === '';

function rowsBy(text: string, delimiter: string): Row[] {
  const records = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Blanks around a cell are no part of it; a tab may part cells and stays.
    trim: delimiter !== '\t',
    skip_empty_lines: false,
  }) as string[][];
  return records
    .map((cells, n) => ({ row: n + 1, cells: cells.map((cell) => withoutGuard(cell.trim())) }))
    .filter(({ cells }) => !cells.every(isBlank));
}

/** How likely a separator is the right one: rows of one width, cells that are numbers, then many columns. */
function likeliness(rows: readonly Row[], separator: string): readonly number[] {
  const widths = rows.map(({ cells }) => cells.length);
  const cells = rows.flatMap((row) => row.cells);
  const read = cells.filter((cell) => isBlank(cell) || numberIn(cell, separator) !== undefined).length;
  const width = widths.reduce((widest, each) => Math.max(widest, each), 0);
  return [
    width > 1 ? 1 : 0,
    new Set(widths).size === 1 ? 1 : 0,
    Math.round((10 * read) / Math.max(1, cells.length)),
    width,
  ];
}

const after = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at >= 0 && (a[at] as number) > (b[at] as number);
};

interface Table {
  readonly rows: readonly Row[];
  readonly separator: string;
}

function tableIn(content: Uint8Array): Table {
  if (content[0] === 0x50 && content[1] === 0x4b)
    throw new TableError('this is a workbook or an archive; save the sheet as CSV');
  let text: string;
  try {
    text = textOf(content).text;
  } catch (error) {
    if (error instanceof Fault) throw new TableError(error.message);
    throw error;
  }
  const said = SAID.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  let best: (Table & { readonly likely: readonly number[] }) | undefined;
  let wrong: unknown;
  for (const separator of said?.[1] === undefined ? SEPARATORS : [said[1]]) {
    try {
      const rows = rowsBy(body, separator).map((each) => ({ ...each, row: each.row + (said ? 1 : 0) }));
      const likely = likeliness(rows, separator);
      if (!best || after(likely, best.likely)) best = { rows, separator, likely };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      wrong ??= error;
    }
  }
  if (!best) {
    const { lines } = wrong as { lines?: number };
    throw new TableError('a quotation mark is not closed, or stands within a cell. Fix it', lines);
  }
  if (best.rows.length === 0) throw new TableError('the file is empty; nothing is there to be counted');
  if (best.rows.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS)
    throw new TableError(`more than ${MOST_CELLS} cells; split the file`);
  return best;
}

/** @throws TableError where a row has another width than the first: what slipped cannot be told */
function sameWidth(rows: readonly Row[]): number {
  const width = rows[0]?.cells.length ?? 0;
  for (const { row, cells } of rows) {
    if (cells.length < width)
      throw new TableError(
        `${cells.length} cells, where the first row has ${width}. Add what is missing; a rating that was not given is an empty cell`,
        row,
      );
    if (cells.slice(width).some((cell) => !isBlank(cell)))
      throw new TableError(
        `${cells.length} cells, where the first row has ${width}. Remove what is too many`,
        row,
      );
  }
  return width;
}

/** Corner of a table whose first column holds names. */
const CORNERS =
  /^(|#|raters?|coders?|observers?|judges?|reviewers?|names?|id|unit|candidates?|receipt|評価者|評定者|観察者|氏名|名前|候補|受付番号|受理番号)$/i;
/** What programs write for nothing; taken as a rating it would count as one. */
const NOTHING = /^(\.|\*|-|–|—|na|n\/a|nan|null|none|nil|欠測|なし)$/i;

const worded = (cells: readonly string[], separator: string): boolean =>
  cells.some((cell) => !isBlank(cell)) &&
  cells.every((cell) => isBlank(cell) || numberIn(cell, separator) === undefined);

interface Taken {
  readonly header: boolean;
  readonly names: boolean;
  /** Told apart from ratings by nothing but that they do not come again. */
  readonly guessed: boolean;
}

/** Whether the first row and the first column hold names: they have no number where the ratings are numbers. */
function namesAmongNumbers(cells: readonly (readonly string[])[], separator: string, shape: Shape): Taken {
  const [first = [], ...body] = cells;
  const corner = first[0] ?? '';
  const column = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row[0] ?? '');
  const named = (rows: readonly (readonly string[])[]): boolean =>
    rows.length > 0 && worded(column(rows), separator) && !column(rows).some(isBlank);
  // Units may be numbered: then the corner tells, with the names below it.
  const header = shape.header ?? (worded(first, separator) || (CORNERS.test(corner) && named(body)));
  const under = header ? body : cells;
  const cornered = header && CORNERS.test(corner) && !column(under).some(isBlank);
  const names = shape.names ?? (first.length > 1 && under.length > 0 && (named(under) || cornered));
  return { header, names, guessed: false };
}

/** The same where ratings are words: a name stands once, and no rating is called so. */
function namesAmongWords(cells: readonly (readonly string[])[], shape: Shape): Taken {
  const [first = [], ...body] = cells;
  const strange = (names: readonly string[], ratings: readonly string[]): boolean => {
    const elsewhere = new Set(ratings);
    return (
      new Set(names).size === names.length && names.every((each) => !isBlank(each) && !elsewhere.has(each))
    );
  };
  const wide = first.length > 1;
  const header = shape.header ?? (wide && body.length > 1 && strange(first.slice(1), body.flat()));
  const under = header ? body : cells;
  const column = under.map((row) => row[0] ?? '');
  const others = under.flatMap((row) => row.slice(1));
  const names = shape.names ?? (wide && under.length > 1 && strange(column, others));
  const guessed = (header && shape.header === undefined) || (names && shape.names === undefined);
  return { header, names, guessed };
}

function namesOf({ rows, separator }: Table, shape: Shape): Taken {
  const cells = rows.map((row) => row.cells);
  const numbers = cells.flat().some((cell) => numberIn(cell, separator) !== undefined);
  return numbers ? namesAmongNumbers(cells, separator, shape) : namesAmongWords(cells, shape);
}

export interface RatingTable extends Taken {
  readonly ratings: Ratings;
}

/** A row for each rater, a column for each unit; an empty cell is a rating that was not given. */
export function readRatings(content: Uint8Array, level: Level, shape: Shape = {}): RatingTable {
  const table = tableIn(content);
  const { rows, separator } = table;
  const width = sameWidth(rows);
  const taken = namesOf(table, shape);
  const { header, names } = taken;
  const raters = rows.slice(header ? 1 : 0);
  const from = names ? 1 : 0;
  const kinds = new Map<string, number>();
  const rated = (cell: string, row: number, column: number): number | null => {
    if (isBlank(cell)) return null;
    if (NOTHING.test(cell))
      throw new TableError(`“${cell}” is no rating. Leave the cell empty where there is none`, row, column);
    const number = numberIn(cell, separator);
    if (level === 'ordinal') {
      if (number === undefined)
        throw new TableError(`“${cell}” is not a number, which --level ordinal needs. Correct it, or use --level nominal`, row, column); // biome-ignore format: one line
      return number;
    }
    const kind = number === undefined ? cell.normalize('NFKC') : `#${number}`;
    const known = kinds.get(kind) ?? kinds.size;
    kinds.set(kind, known);
    return known;
  };
  const ratings = Array.from({ length: width - from }, (_, u) =>
    raters.map(({ row, cells }) => rated(cells[u + from] ?? '', row, u + from + 1)),
  );
  return { ratings, ...taken };
}

const CRITERIA = 7;
const MOST_SCORE = 3;

export interface ScoredCandidate {
  readonly id: string;
  readonly scores: readonly number[];
}

/** A row for each candidate: what it is called, and seven scores. */
export function readCandidates(content: Uint8Array, shape: Shape = {}): ScoredCandidate[] {
  const { rows, separator } = tableIn(content);
  const first = rows[0]?.cells ?? [];
  const called = first[0] ?? '';
  const header =
    shape.header ?? (worded(first.slice(1), separator) || (!isBlank(called) && CORNERS.test(called)));
  const body = rows.slice(header ? 1 : 0);
  const headers = header ? first : [];
  if (body.length === 0) throw new TableError('there is a header, but no candidate below it');
  const seen = new Map<string, number>();
  return body.map(({ row, cells }) => {
    const [id = '', ...given] = cells;
    if (given.length < CRITERIA || given.slice(CRITERIA).some((cell) => !isBlank(cell)))
      throw new TableError(
        `${cells.length} cells. A candidate is its id and ${CRITERIA} scores: 8 cells`,
        row,
      );
    if (isBlank(id)) throw new TableError('the id is missing. Give each candidate one of its own', row, 1);
    const before = seen.get(id);
    if (before !== undefined)
      throw new TableError(
        `the id “${id}” stands in row ${before} too. Give each candidate one of its own`,
        row,
        1,
      );
    seen.set(id, row);
    const scores = given.slice(0, CRITERIA).map((cell, c) => {
      const title = isBlank(headers[c + 1]) ? '' : ` (${headers[c + 1]})`;
      const number = numberIn(cell, separator);
      if (number === undefined || number < 0 || number > MOST_SCORE)
        throw new TableError(
          `${isBlank(cell) ? 'the score is missing' : `“${cell}” is no score`}${title}. Enter a number from 0 to ${MOST_SCORE}`,
          row,
          c + 2,
        );
      return number;
    });
    return { id, scores };
  });
}
