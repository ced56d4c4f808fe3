import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { ApiError, call, type InputOf, type Key } from '../../api.ts';
import { newClientId } from '../../client-id.ts';
import { currentLanguage } from '../../language.tsx';
import { lookAgain } from '../../queries.ts';
import { type Back, isRestoring, toldAfter, UNDO_STALE } from './acts.ts';
import { Toast } from './toast.tsx';
import { TOAST } from './words.ts';

interface Done {
  readonly id: string;
  readonly undo: Back;
  /** When, on this page's own clock, which nobody sets. */
  readonly at: number;
}

/** The caller's acts of this visit that can be taken back, the last at the end. */
const done: Done[] = [];
const MOST = 20;
/** The one that is shown: the next takes its place. */
let shown = '';

const isSame = (one: Back | undefined, other: Back): boolean => {
  if (!one || isRestoring(one) || isRestoring(other)) return JSON.stringify(one) === JSON.stringify(other);
  return one.deed === other.deed && one.of === other.of && one.which === other.which;
};

const close = (id: string): void => {
  notifications.hide(id);
};

/** Says what was done. It stays while somebody reads it or may press its button. */
export function tell<K extends Key>(client: QueryClient, key: K, input: InputOf<K>): void {
  const told = toldAfter(key, input);
  if (!told) return;
  const id = newClientId();
  const { said, stays, undo } = told;
  const entry = undo && { id, undo, at: performance.now() };
  if (entry) {
    // Of one thing the last act alone can be taken back: an earlier one is another state by now.
    for (let at = done.length - 1; at >= 0; at -= 1)
      if (isSame(done[at]?.undo, entry.undo)) done.splice(at, 1);
    done.push(entry);
    if (done.length > MOST) done.shift();
  }
  close(shown);
  shown = id;
  notifications.show({
    id,
    autoClose: false,
    color: entry ? 'green' : 'gray',
    message: (
      <Toast
        said={said}
        stays={stays}
        onUndo={entry && (() => takeBack(client, entry))}
        onOver={() => close(id)}
      />
    ),
  });
}

async function takeBack(client: QueryClient, { id, undo, at: since }: Done): Promise<void> {
  const at = done.findIndex((each) => each.id === id);
  if (at >= 0) done.splice(at, 1);
  try {
    if (isRestoring(undo))
      await call('POST /api/prepare/registers/:register/:entry/restore', { params: { ...undo } });
    else
      await call('POST /api/respond/undo', {
        body: { ...undo, ago: Math.round(performance.now() - since) },
      });
    said(TOAST.undone[currentLanguage()], 'green');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // What did not arrive can be tried again.
    if (error.status === 0 || error.status >= 500) done.push({ id, undo, at: since });
    said(error.whole, 'red');
  }
  lookAgain(client, UNDO_STALE);
}

/** In place of what was said before. */
function said(message: string, color: 'green' | 'red' | 'gray'): void {
  close(shown);
  shown = newClientId();
  notifications.show({ id: shown, message, color, autoClose: color === 'red' ? 10_000 : 4_000 });
}

export async function undoLast(client: QueryClient): Promise<void> {
  const last = done.at(-1);
  if (last) await takeBack(client, last);
  else said(TOAST.nothing[currentLanguage()], 'gray');
}
