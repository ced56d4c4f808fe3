import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Paged } from './data-table.tsx';

/** A list that the server hands out page by page. `after` of the first page is undefined. */
export function usePages<Row, Cursor extends string | number>(
  queryKey: readonly unknown[],
  load: (after: Cursor | undefined, signal: AbortSignal) => Promise<{ rows: Row[]; next: Cursor | null }>,
): { rows: Row[]; query: Paged } {
  const query = useInfiniteQuery({
    queryKey: [...queryKey],
    queryFn: ({ pageParam, signal }) => load((pageParam as Cursor | null) ?? undefined, signal),
    initialPageParam: null as Cursor | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return { rows, query };
}
