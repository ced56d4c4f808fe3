import { harmlessCell } from '../../../../../kernel/text.ts';

/** How one looks at a list: by which column its rows stand, and which columns are left out. */
export interface View {
  readonly sort?: { readonly column: string; readonly down: boolean } | undefined;
  readonly hidden: readonly string[];
}
export const PLAIN: View = { hidden: [] };

type Value = string | number | boolean | null | undefined;

const letters = new Intl.Collator(['ja', 'en'], { numeric: true, sensitivity: 'base' });

/** Numbers by size, text as people sort it (2 before 10), what is empty last in either direction. */
export function compare(a: Value, b: Value, down: boolean): number {
  const [none, other] = [isEmpty(a), isEmpty(b)];
  if (none || other) return Number(none) - Number(other);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : letters.compare(String(a), String(b));
  return down ? -order : order;
}
const isEmpty = (value: Value): boolean => value === null || value === undefined || value === '';

/** Rows by a value of theirs; those that are alike keep their order. */
export const sorted = <T>(rows: readonly T[], value: (row: T) => unknown, down: boolean): T[] =>
  rows.toSorted((a, b) => compare(value(a) as Value, value(b) as Value, down));

/** The next way to look by a column: up, down, as it came. */
export function turned({ sort, ...view }: View, column: string): View {
  if (sort?.column !== column) return { ...view, sort: { column, down: false } };
  return sort.down ? view : { ...view, sort: { column, down: true } };
}

/** What was kept in the browser, or by another version; what is not understood is left out. */
export function readView(text: string | null, columns: readonly string[], first: View = PLAIN): View {
  if (text === null) return first;
  try {
    const kept = JSON.parse(text) as Partial<View> | null;
    const hidden = Array.isArray(kept?.hidden) ? kept.hidden.filter((id) => columns.includes(id)) : [];
    const sort = kept?.sort && columns.includes(kept.sort.column) ? kept.sort : undefined;
    return {
      // One column at least is always there.
      hidden: hidden.length < columns.length ? hidden : [],
      ...(sort && { sort: { column: sort.column, down: sort.down === true } }),
    };
  } catch {
    return first;
  }
}

/** A way to look that somebody gave a name: the view, and what the list was narrowed down by. */
export interface SavedView {
  readonly name: string;
  readonly view: View;
  /** The query of the address. */
  readonly search: string;
}

/** Views with a name as they were kept; of what is not understood nothing is shown. */
export function readSaved(text: string | null, columns: readonly string[]): KeptView[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return (kept as (Partial<KeptView> | null)[]).flatMap((each) =>
      typeof each?.name === 'string' && typeof each.search === 'string'
        ? {
            name: each.name,
            search: each.search,
            view: readView(JSON.stringify(each.view ?? null), columns),
            ...(each.sent === true && { sent: true }),
            ...(each.gone === true && { gone: true }),
          }
        : [],
    );
  } catch {
    return [];
  }
}

/** A view as this browser keeps it beside the server's: not told yet, or to be removed there. */
export interface KeptView extends SavedView {
  readonly sent?: boolean;
  readonly gone?: boolean;
}

/**
 * What this browser kept and what the server has, put together. What was saved here and not told stands before what the server
 * has under that name; what the server has no more was removed elsewhere.
 */
export function mergeViews(
  kept: readonly KeptView[],
  server: readonly SavedView[],
): { readonly shown: SavedView[]; readonly send: SavedView[]; readonly remove: string[] } {
  const plain = ({ name, view, search }: SavedView): SavedView => ({ name, view, search });
  const remove = kept.filter(({ gone }) => gone === true).map(({ name }) => name);
  const send = kept.filter(({ sent, gone }) => sent !== true && gone !== true).map(plain);
  const mine = new Set([...remove, ...send.map(({ name }) => name)]);
  return { shown: [...server.filter(({ name }) => !mine.has(name)).map(plain), ...send], send, remove };
}

/** One cell of a CSV file; what a spreadsheet would take for a formula is text. */
const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value);
  const guarded = typeof value === 'string' ? harmlessCell(text) : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** A CSV file (RFC 4180) with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly unknown[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
