import { useQueries } from '@tanstack/react-query';
import { about } from '../../queries.ts';
import type { ChoiceSource } from './choice-sources.ts';

const STALE_MS = 60_000;

/** What to call each of these, as far as it is known by now; asked of the server once, however often it is shown. */
export function useNames(
  source: ChoiceSource,
  values: readonly string[],
  { enabled = true } = {},
): (value: string) => string | undefined {
  const asked = [...new Set(values)];
  const names = useQueries({
    queries: asked.map((value) => ({
      queryKey: [...source.key, 'name', value],
      meta: about(source.topic),
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await source.name(value, signal)) ?? value,
      staleTime: STALE_MS,
      enabled,
    })),
  });
  return (value) => names[asked.indexOf(value)]?.data;
}
