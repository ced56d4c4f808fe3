import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { PartMissing } from './lazy-part.tsx';

/** Tries again what could not be shown: with fresh data, for the same data would fail in the same way. */
export function useTryAgain(error: unknown, reset: () => void): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    if (error instanceof PartMissing) error.forget();
    client.removeQueries({ type: 'inactive' });
    await Promise.all([client.invalidateQueries(), router.invalidate()]);
    reset();
  };
}
