import { useLocation, useNavigate } from '@tanstack/react-router';
import { usePlace } from '../../shell/place.ts';
import { DESK } from './words.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** The reports of the list this one was opened from, in its order. */
    readonly queue?: readonly string[];
  }
}

/** The reports before and after this one in the list it was opened from, by one key each; nothing where it was opened by itself, or one is not free to go on. */
export function useQueue(
  id: string,
  edit: (() => void) | undefined,
  free: boolean,
): { readonly at: number; readonly of: number } {
  const navigate = useNavigate();
  const queue = useLocation({ select: ({ state }) => state.queue }) ?? [];
  const at = queue.indexOf(id);
  const go = (to: string | undefined) =>
    to === undefined
      ? []
      : [
          () =>
            void navigate({
              to: '/survey/reports/$id',
              params: { id: to },
              state: (before) => ({ ...before, queue }),
            }),
        ];
  const [next] = at < 0 || !free ? [] : go(queue[at + 1]);
  const [previous] = at < 1 || !free ? [] : go(queue[at - 1]);
  usePlace(DESK.here, [
    ...(next ? [{ key: 'next', word: DESK.next, run: next, hotkey: 'J' }] : []),
    ...(previous ? [{ key: 'previous', word: DESK.previous, run: previous, hotkey: 'K' }] : []),
    ...(edit ? [{ key: 'edit', word: DESK.edit, run: edit, hotkey: 'E' }] : []),
  ]);
  return { at, of: queue.length };
}
