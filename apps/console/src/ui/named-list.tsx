import type { ReactNode } from 'react';
import type { Topic } from '../../../../areas/topics.ts';
import { type Columns, DataTable } from './data-table.tsx';
import { usePages } from './pages.ts';

interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
}

/** A list of named things, looked through by a part of the name and fetched page by page. */
export function NamedList<Row extends { readonly id: string }>({
  queryKey,
  search,
  load,
  columns,
  label,
  empty,
  onOpen = () => undefined,
}: {
  queryKey: Topic;
  search: string;
  load: (
    query: { search: string | undefined; after: string | undefined; limit: number },
    signal: AbortSignal,
  ) => Promise<Page<Row>>;
  columns: Columns<Row>;
  label: string;
  empty: ReactNode;
  onOpen?: (row: Row) => void;
}) {
  const { rows, query } = usePages<Row, string>([queryKey, 'list', search], (after, signal) =>
    load({ search: search || undefined, after, limit: 100 }, signal),
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      query={query}
      label={label}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
