import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Topic } from '../../../../areas/topics.ts';
import { about } from '../queries.ts';
import type { Paged } from './data-table.tsx';

/** A list that the server hands out page by page. `after` of the first page is undefined. */
export function usePages<Row, Cursor extends string | number>(
  queryKey: readonly [Topic | 'audit', ...unknown[]],
  load: (after: Cursor | undefined, signal: AbortSignal) => Promise<{ rows: Row[]; next: Cursor | null }>,
): { rows: Row[]; query: Paged } {
  const query = useInfiniteQuery({
    queryKey: [...queryKey],
    // Every line of the ledger is one of the audit's: it is told by its key.
    meta: queryKey[0] === 'audit' ? about() : about(queryKey[0]),
    queryFn: ({ pageParam, signal }) => load((pageParam as Cursor | null) ?? undefined, signal),
    initialPageParam: null as Cursor | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return { rows, query };
}
