import { LANGUAGES } from '../../../../kernel/language.ts';
import { fold } from '../../../../kernel/text.ts';
import { columnOf, rowOf } from '../../../../kernel/workbook/cells.ts';
import { type Column, columnName, FIELDS, REPORT_COLUMNS, ROW_PLANS, rowKey, rowName } from '../plan.ts';
import { type FormSheet, markOf, SHEETS } from '../schema.ts';
import { COLUMN_WORDS, SHEET_WORDS, STAR } from '../words.ts';
import type { Faults, Place } from './faults.ts';
import type { FormCell, RawSheet } from './form-book.ts';

const columnsOf = (kind: FormSheet): readonly Column[] =>
  (kind === 'report' ? REPORT_COLUMNS : ROW_PLANS[kind].columns).map(({ column }) => column);

/** A label as people may have copied it, without the mark of what is needed. */
const bare = (label: string): string =>
  fold([STAR.ja, STAR.en].reduce((text, star) => text.replaceAll(star, ''), label));

const LABELS: ReadonlyMap<string, string> = new Map(
  FIELDS.flatMap((field) =>
    Array.from({ length: field.kind === 'choices' ? field.most : 1 }, (_, n) =>
      LANGUAGES.map((language) => [bare(rowName(field, n, language)), rowKey(field, n)] as const),
    ).flat(),
  ),
);

const HEADINGS: ReadonlySet<string> = new Set(
  Object.values(COLUMN_WORDS).flatMap((name) => LANGUAGES.map((language) => bare(name[language]))),
);

/** A sheet of the form, its columns and rows found by their keys, or by their labels where somebody removed those. */
export class KeyedSheet {
  readonly kind: FormSheet;
  readonly name: string;
  readonly #cells = new Map<number, Map<number, FormCell>>();
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #keys: number;
  /** The last row that is not of people. */
  readonly #head: number;
  readonly #merged: readonly string[];

  private constructor(
    kind: FormSheet,
    raw: RawSheet,
    head: number,
    keys: number,
    columns: ReadonlyMap<Column, number>,
  ) {
    this.kind = kind;
    this.name = raw.name;
    this.#head = head;
    this.#keys = keys;
    this.#columns = columns;
    this.#merged = raw.merged;
    for (const cell of raw.cells) {
      const row = this.#cells.get(cell.row) ?? new Map<number, FormCell>();
      row.set(cell.column, cell);
      this.#cells.set(cell.row, row);
    }
  }

  /** @returns undefined where the sheet is none of the form's */
  static find(raw: RawSheet): KeyedSheet | undefined {
    // The first: what comes after it may be what somebody typed.
    const mark = raw.cells.find(({ text }) => SHEETS.some((each) => text === markOf(each)));
    const kind = SHEETS.find((each) => mark?.text === markOf(each));
    if (mark && kind) {
      const columns = new Map<Column, number>();
      for (const { row, column, text } of raw.cells) {
        const known = columnsOf(kind).find((each) => each === text);
        if (row === mark.row && known !== undefined && !columns.has(known)) columns.set(known, column);
      }
      return new KeyedSheet(kind, raw, mark.row, mark.column, columns);
    }
    return KeyedSheet.#byLabels(raw);
  }

  /** Whoever copied the sheet without what is hidden has its labels all the same. */
  static #byLabels(raw: RawSheet): KeyedSheet | undefined {
    if (raw.hidden) return undefined;
    const kind = SHEETS.find((each) =>
      LANGUAGES.some((language) => fold(SHEET_WORDS[each][language]) === fold(raw.name)),
    );
    if (!kind) return undefined;
    const words = new Map(
      columnsOf(kind).flatMap((column) =>
        LANGUAGES.map((language) => [bare(columnName(column, language)), column] as const),
      ),
    );
    words.delete('');
    const columns = new Map<Column, number>();
    let head = -1;
    for (const { row, column, text } of raw.cells) {
      const known = words.get(bare(text));
      if (known === undefined || columns.has(known)) continue;
      columns.set(known, column);
      if (head < 0) head = row;
    }
    return columns.size >= 3 ? new KeyedSheet(kind, raw, head, -1, columns) : undefined;
  }

  get missing(): Column[] {
    return columnsOf(this.kind).filter(
      (column) => !this.#columns.has(column) && column !== 'kept' && column !== 'help',
    );
  }

  /** Rows below the keys that say something, in order. */
  get rows(): number[] {
    return [...this.#cells.keys()].filter((row) => row > this.#head).sort((one, other) => one - other);
  }

  cell(row: number, column: Column): FormCell | undefined {
    const at = this.#columns.get(column);
    return at === undefined ? undefined : this.#cells.get(row)?.get(at);
  }

  place(row: number, column: Column, field: string): Place {
    return { sheet: this.name, row, column: this.#columns.get(column) ?? 0, field };
  }

  /** What is hidden in a row, or else what its label says it is; empty of a row that is nobody's. */
  keyOf(row: number): string {
    const key = this.#keys < 0 ? '' : (this.#cells.get(row)?.get(this.#keys)?.text.trim() ?? '');
    if (key !== '' || this.kind !== 'report') return key;
    return LABELS.get(bare(this.cell(row, 'label')?.text ?? '')) ?? '';
  }

  /** A row of headings that came without its keys. */
  isHeading(row: number): boolean {
    const cells = [...(this.#cells.get(row)?.values() ?? [])];
    return cells.length > 1 && cells.every(({ text }) => HEADINGS.has(bare(text)));
  }

  /** Cells of a row that are in none of these columns, nor labels or help. */
  strayIn(row: number, read: readonly Column[]): FormCell[] {
    const quiet = ['label', 'help', 'kept', ...read] as const;
    const known = new Set([this.#keys, ...quiet.map((column) => this.#columns.get(column) ?? -1)]);
    return [...(this.#cells.get(row)?.values() ?? [])].filter(({ column }) => !known.has(column));
  }

  /** Wherever they stand: what they come to is nobody's answer. */
  tellFormulas(faults: Faults): void {
    for (const [row, cells] of this.#cells)
      for (const { column, formula } of cells.values()) {
        const place = { sheet: this.name, row, column, field: 'form' };
        if (formula && !faults.knows(place)) faults.tell('formula', place);
      }
  }

  /**
   * Text that is merged over several rows is meant for each of them where a row is an entry; where a row is a field, and
   * across columns of entries, nobody knows which is meant.
   */
  spread(faults: Faults): void {
    const answer = this.#columns.get('value') ?? -1;
    for (const reference of this.#merged) {
      const [from = '', to = from] = reference.split(':');
      const [top, left, bottom, right] = [rowOf(from), columnOf(from), rowOf(to), columnOf(to)];
      const cell = this.#cells.get(top)?.get(left);
      if (!cell || top <= this.#head || this.keyOf(top).startsWith('#')) continue;
      const rows = this.rows.filter((row) => row > top && row <= bottom);
      const wide =
        [...this.#columns.values()].filter((column) => column > left && column <= right).length > 0;
      const fields =
        this.kind === 'report' &&
        left <= answer &&
        answer <= right &&
        rows.some((row) => this.keyOf(row) !== '');
      if (fields || (wide && this.kind !== 'report'))
        faults.tell('mergedRows', { sheet: this.name, row: top, column: left, field: this.kind });
      else if (this.kind !== 'report')
        for (const row of rows) this.#cells.get(row)?.set(left, { ...cell, row });
    }
  }
}
