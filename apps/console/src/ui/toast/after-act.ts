import type { QueryClient } from '@tanstack/react-query';
import type { InputOf, Key } from '../../api.ts';
import { fetchedOnce, PartMissing } from '../lazy-part.tsx';

/** Fetched with the first act: what is seen first does not wait for it. */
const toasts = fetchedOnce(() => import('./tell.tsx'));

const withToasts = async (act: (toasts: typeof import('./tell.tsx')) => void): Promise<void> => {
  try {
    act(await toasts());
  } catch (error) {
    // The act itself is done and shown; only the words about it did not arrive.
    if (!(error instanceof PartMissing)) throw error;
    error.forget();
    console.warn('toast', error);
  }
};

/** Says that an act is done, with the way back where there is one. */
export const tellAfter = <K extends Key>(client: QueryClient, key: K, input: InputOf<K>): Promise<void> =>
  withToasts(({ tell }) => tell(client, key, input));

/** Takes the last act back that can be. */
export const undoLast = (client: QueryClient): Promise<void> =>
  withToasts((toast) => void toast.undoLast(client));
