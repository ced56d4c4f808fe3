import { Button, Group, Text } from '@mantine/core';
import './data-table.css';
import { useMediaQuery } from '@mantine/hooks';
import {
  type ColumnHelper,
  columnSizingFeature,
  createColumnHelper,
  metaHelper,
  type RowData,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { W } from '../words.ts';
import { LIST } from './list/words.ts';

const features = tableFeatures({
  columnSizingFeature,
  /** main: what a row is called, its first line on a phone; otherwise that is the column that grows. */
  columnMeta: metaHelper<{
    align?: 'start' | 'end';
    grow?: boolean;
    main?: boolean;
    /** For who looks closer: left out until somebody asks for it. */
    extra?: boolean;
    /** What a cell says where its value is a word of the program; for files, and for the order of rows. */
    text?: (value: never) => string;
  }>(),
});
type Features = typeof features;
export const columnHelper = <T extends RowData>(): ColumnHelper<Features, T> =>
  createColumnHelper<Features, T>();
export type Columns<T extends RowData> = ReturnType<ColumnHelper<Features, T>['columns']>;

const ROW = 32;
/** Two lines, and room for a finger. */
const ROW_ON_A_PHONE = 60;
/** So many rows before the end the next page is asked for. */
const AHEAD = 20;

/** The part of an infinite query that a list needs. */
export interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

interface Props<T extends RowData> {
  readonly columns: Columns<T>;
  /** Keep the reference stable while the data is. */
  readonly rows: T[];
  readonly rowId: (row: T) => string;
  readonly query: Paged;
  readonly label: string;
  readonly onOpen: (row: T) => void;
  readonly selected?: string | undefined;
  readonly empty: ReactNode;
  /** By which column rows stand, and how one asks for another order. */
  readonly order?: { readonly column: string; readonly down: boolean } | undefined;
  readonly onOrder?: (column: string) => void;
  /** Which rows are chosen, where they can be. */
  readonly choice?: Choice;
}

export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], chosen: boolean) => void;
  readonly nameOf: (id: string) => string;
}

function TryAgain({ query }: { query: Paged }) {
  const { say, labelled } = useSpeech();
  return (
    <Group role="alert" gap="sm">
      <Text>{labelled(say(W.failed), query.error?.message ?? '')}</Text>
      <Button size="compact-md" variant="default" onClick={() => query.refetch()}>
        {say(W.retry)}
      </Button>
    </Group>
  );
}

/** A list of any length: pages come from the server as one scrolls, and only what is seen is drawn. */
export function DataTable<T extends RowData>({
  columns,
  rows,
  rowId,
  query,
  label,
  onOpen,
  selected,
  empty,
  order,
  onOrder,
  choice,
}: Props<T>) {
  const { say } = useSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const pendingFocus = useRef<number | null>(null);
  const [active, setActive] = useState(0);
  const table = useTable({ features, columns, data: rows, getRowId: rowId });
  const model = table.getRowModel().rows;
  const all = table.getAllLeafColumns();
  const main = (
    all.find(({ columnDef }) => columnDef.meta?.main) ??
    all.find(({ columnDef }) => columnDef.meta?.grow) ??
    all[0]
  )?.id;
  const narrow = useMediaQuery('(max-width: 48em)', false) ?? false;
  const height = narrow ? ROW_ON_A_PHONE : ROW;
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    getItemKey: (index) => model[index]?.id ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew where their height is another.
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (last >= model.length - AHEAD && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [last, model.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (pendingFocus.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${pendingFocus.current}"]`);
    if (!row) return;
    pendingFocus.current = null;
    row.focus({ preventScroll: true });
  });

  const go = (index: number) => {
    const next = Math.max(0, Math.min(model.length - 1, index));
    pendingFocus.current = next;
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // A box within a row has keys of its own.
    if (event.target instanceof HTMLInputElement) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
    const target: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: model.length - 1,
    };
    const to = target[event.key];
    const row = model[active];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && row) onOpen(row.original);
    else return;
    event.preventDefault();
  };
  const tabStop = items.some(({ index }) => index === active) ? active : items[0]?.index;
  const total = hasNextPage ? -1 : model.length + 1;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtualised grid cannot be a table element.
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total}
      aria-busy={query.isPending}
    >
      {table.getHeaderGroups().map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
        // biome-ignore lint/a11y/useFocusableInteractive: header rows are not stops.
        <div key={group.id} className="grid-head" role="row" aria-rowindex={1}>
          {choice && (
            // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
            // biome-ignore lint/a11y/useFocusableInteractive: the box is the stop.
            <div role="columnheader" className="grid-cell grid-choice">
              <input
                type="checkbox"
                aria-label={say(LIST.chooseAll)}
                checked={model.length > 0 && model.every(({ id }) => choice.chosen.has(id))}
                onChange={(event) =>
                  choice.onChoose(
                    model.map(({ id }) => id),
                    event.currentTarget.checked,
                  )
                }
              />
            </div>
          )}
          {group.headers.map((header) => (
            // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
            // biome-ignore lint/a11y/useFocusableInteractive: headers do nothing.
            <div
              key={header.id}
              role="columnheader"
              className="grid-cell"
              data-grow={header.column.columnDef.meta?.grow}
              data-align={header.column.columnDef.meta?.align}
              style={{ width: header.getSize() }}
              aria-sort={
                order?.column === header.column.id ? (order.down ? 'descending' : 'ascending') : undefined
              }
            >
              {onOrder && header.column.columnDef.header ? (
                <button type="button" className="grid-order" onClick={() => onOrder(header.column.id)}>
                  <table.FlexRender header={header} />
                  {order?.column === header.column.id && <span aria-hidden>{order.down ? ' ▼' : ' ▲'}</span>}
                </button>
              ) : (
                <table.FlexRender header={header} />
              )}
            </div>
          ))}
        </div>
      ))}
      {model.length === 0 && (
        // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
        // biome-ignore lint/a11y/useFocusableInteractive: its cell is the stop.
        <div role="row">
          {/* Rows are stops; without any, what scrolls must be reached by keyboard all the same. */}
          {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above. */}
          <div role="gridcell" tabIndex={0} className="grid-state">
            {query.isPending ? say(W.loading) : query.error ? <TryAgain query={query} /> : empty}
          </div>
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above. */}
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const row = model[item.index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys.
            <div
              key={row.id}
              role="row"
              className="grid-row"
              data-index={item.index}
              aria-rowindex={item.index + 2}
              aria-selected={row.id === selected}
              tabIndex={item.index === tabStop ? 0 : -1}
              onFocus={() => setActive(item.index)}
              onClick={() => onOpen(row.original)}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {choice && (
                // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
                // biome-ignore lint/a11y/useFocusableInteractive: the box is the stop.
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys.
                <div
                  role="gridcell"
                  className="grid-cell grid-choice"
                  onClick={(event) => event.stopPropagation()}
                >
                  <input
                    type="checkbox"
                    tabIndex={item.index === tabStop ? 0 : -1}
                    aria-label={say(LIST.choose, { name: choice.nameOf(row.id) })}
                    checked={choice.chosen.has(row.id)}
                    onChange={(event) => choice.onChoose([row.id], event.currentTarget.checked)}
                  />
                </div>
              )}
              {row.getAllCells().map((cell) => (
                // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
                // biome-ignore lint/a11y/useFocusableInteractive: the row is the stop.
                <div
                  key={cell.id}
                  role="gridcell"
                  className="grid-cell"
                  data-grow={cell.column.columnDef.meta?.grow}
                  data-main={cell.column.id === main || undefined}
                  data-align={cell.column.columnDef.meta?.align}
                  style={{ width: cell.column.getSize() }}
                >
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
