import { Group, Title } from '@mantine/core';
import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { ListName } from '../../../../areas/prepare/list-views/schema.ts';
import type { Topic } from '../../../../areas/topics.ts';
import { type Columns, DataTable } from './data-table.tsx';
import { ChosenBar, ListMenu } from './list/list-menu.tsx';
import { useListLook } from './list/use-list-look.ts';
import { usePages } from './pages.ts';
import { Empty } from './query-state.tsx';
import { SearchBox } from './search-box.tsx';

interface ListScreenProps<Row extends RowData, Cursor extends string | number> {
  readonly title: string;
  /** What its view is kept under, where that is not what it is asked for. */
  readonly list?: ListName;
  /** What the list is asked for, as part of its key. */
  readonly queryKey: readonly [(Topic | 'audit') & ListName, ...unknown[]];
  /** @param after where the page begins; undefined for the first */
  readonly load: (
    after: Cursor | undefined,
    signal: AbortSignal,
  ) => Promise<{ rows: Row[]; next: Cursor | null }>;
  readonly columns: Columns<Row>;
  readonly rowId: (row: Row) => string;
  /** @param rows the list as it is shown, in its order */
  readonly onOpen?: (row: Row, rows: readonly Row[]) => void;
  readonly selected?: string;
  readonly search?: { readonly value: string; readonly onCommit: (search: string) => void };
  /** What the list is narrowed down by, before the search. */
  readonly facets?: ReactNode;
  /** What else can be done with it, after the search. */
  readonly tools?: ReactNode;
  /** The one action that fills it; offered above and, while it is empty, within. */
  readonly create?: ReactNode;
  /** What belongs here, in one sentence. */
  readonly empty: string;
  /** What fills it, where that is done elsewhere. */
  readonly emptyAction?: ReactNode;
  readonly above?: ReactNode;
  /** What is open, in the same row as the list. */
  readonly beside?: (rows: readonly Row[]) => ReactNode;
  /** Brings the whole list as a file, where the server makes it; otherwise it is made here of what was brought. */
  readonly wholeFile?: () => Promise<void>;
  /** What can be done with all rows that are chosen, besides keeping them as a file. */
  readonly chosenActs?: (rows: readonly Row[]) => ReactNode;
  /** Drawers and dialogs. */
  readonly children?: (rows: readonly Row[]) => ReactNode;
}

/** A screen that is one list: its title, what narrows it down, what is open beside it, and what it says while it is empty. */
export function ListScreen<Row extends RowData, Cursor extends string | number>({
  title,
  list,
  queryKey,
  load,
  search,
  facets,
  tools,
  create,
  empty,
  emptyAction = create,
  above,
  beside,
  chosenActs,
  wholeFile,
  children,
  onOpen = () => undefined,
  ...table
}: ListScreenProps<Row, Cursor>) {
  const { rows, query } = usePages<Row, Cursor>(queryKey, load);
  const look = useListLook({ ...table, list: list ?? queryKey[0], label: title, rows, query });
  const grid = (
    <DataTable
      {...table}
      columns={look.columns}
      rows={look.rows}
      query={query}
      label={title}
      onOpen={(row) => onOpen(row, look.rows)}
      order={look.order}
      onOrder={look.onOrder}
      choice={look.choice}
      empty={<Empty text={empty}>{emptyAction}</Empty>}
    />
  );
  return (
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{title}</Title>
        <Group gap="sm" miw={0}>
          {facets}
          {search && <SearchBox {...search} />}
          {tools}
          <ListMenu look={look} {...(wholeFile && { wholeFile })} />
          {create}
        </Group>
      </Group>
      {above}
      <ChosenBar look={look}>{chosenActs?.(look.chosenRows)}</ChosenBar>
      {beside ? (
        <div className="split">
          {grid}
          {beside(rows)}
        </div>
      ) : (
        grid
      )}
      {children?.(rows)}
    </div>
  );
}
