import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { PartMissing } from './lazy-part.tsx';

let round = 0;
const waiting = new Set<() => void>();
const subscribe = (tell: () => void) => {
  waiting.add(tell);
  return () => waiting.delete(tell);
};

/** How often it was tried again: two cards that fail on the same data come back by one press. */
export const useRound = (): number => useSyncExternalStore(subscribe, () => round);

/** Tries again what could not be shown: with fresh data, for the same data would fail in the same way. */
export function useTryAgain(error: unknown, reset: () => void): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    if (error instanceof PartMissing) error.forget();
    client.removeQueries({ type: 'inactive' });
    await Promise.all([client.invalidateQueries(), router.invalidate()]);
    round += 1;
    for (const tell of [...waiting]) tell();
    reset();
  };
}
