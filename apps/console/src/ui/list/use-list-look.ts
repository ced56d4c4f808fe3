import type { RowData } from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { ListName } from '../../../../../areas/prepare/list-views/schema.ts';
import type { Choice, Columns, Paged } from '../data-table.tsx';
import { sorted, turned } from './rules.ts';
import { useView } from './use-view.ts';

/** So many rows are brought here to be put in order or kept as a file; a longer list is to be narrowed down. */
export const MOST_ROWS = 10_000;

/** What of a column the order of rows and a file need. */
export interface ListColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly valueOf: (row: Row) => unknown;
  readonly extra: boolean;
}

interface Looked<Row extends RowData> {
  readonly list: ListName;
  readonly label: string;
  readonly columns: Columns<Row>;
  readonly rows: Row[];
  readonly rowId: (row: Row) => string;
  readonly query: Paged;
}

/** How a list is looked at: which columns, in what order, which rows are chosen. */
export function useListLook<Row extends RowData>({ list, label, columns, rows, rowId, query }: Looked<Row>) {
  const all = useMemo(() => columns.flatMap((column) => listColumn<Row>(column) ?? []), [columns]);
  const views = useView(
    list,
    all.map(({ id }) => id),
    all.filter(({ extra }) => extra).map(({ id }) => id),
  );
  const { sort, hidden } = views.view;
  const by = sort && all.find(({ id }) => id === sort.column);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const wanted = by !== undefined && query.hasNextPage && rows.length < MOST_ROWS;
  const { isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    // An order is of the whole list, not of what happens to be here.
    if (wanted && !isFetchingNextPage) fetchNextPage();
  }, [wanted, isFetchingNextPage, fetchNextPage]);
  const shown = useMemo(() => (by ? sorted(rows, by.valueOf, sort?.down === true) : rows), [rows, by, sort]);
  const main = all[0];
  const choice: Choice = {
    chosen,
    onChoose: (ids, yes) =>
      setChosen((before) => {
        const next = new Set(before);
        for (const id of ids) yes ? next.add(id) : next.delete(id);
        return next;
      }),
    nameOf: (id) => {
      const row = rows.find((each) => rowId(each) === id);
      return row && main ? String(main.valueOf(row) ?? id) : id;
    },
  };
  return {
    list,
    label,
    all,
    ...views,
    columns: columns.filter((column) => !hidden.includes(listColumn<Row>(column)?.id ?? '')) as Columns<Row>,
    rows: shown,
    order: by && sort,
    onOrder: (column: string) => views.look(turned(views.view, column)),
    choice,
    chosenRows: rows.filter((row) => chosen.has(rowId(row))),
    letGo: () => setChosen(new Set()),
    query,
    cut: query.hasNextPage && rows.length >= MOST_ROWS,
  };
}

/** @returns undefined for a column that shows no value of the row, such as one of buttons */
function listColumn<Row>(column: unknown): ListColumn<Row> | undefined {
  const { id, accessorKey, accessorFn, header, meta } = column as {
    readonly id?: string;
    readonly accessorKey?: string;
    readonly accessorFn?: (row: Row, index: number) => unknown;
    readonly header?: unknown;
    readonly meta?: { readonly text?: (value: never) => string; readonly extra?: boolean };
  };
  const key = id ?? accessorKey;
  if (key === undefined || typeof header !== 'string' || header === '') return undefined;
  const raw = (row: Row): unknown =>
    accessorFn ? accessorFn(row, 0) : accessorKey ? (row as Record<string, unknown>)[accessorKey] : undefined;
  if (!accessorFn && accessorKey === undefined) return undefined;
  return {
    id: key,
    header,
    extra: meta?.extra === true,
    valueOf: (row) => {
      const value = raw(row);
      return meta?.text && value !== null && value !== undefined ? meta.text(value as never) : value;
    },
  };
}
