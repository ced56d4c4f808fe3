import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { ListName } from '../../../../../areas/prepare/list-views/schema.ts';
import { ApiError, call } from '../../api.ts';
import { keep, kept } from '../../kept-in-browser.ts';
import { useMe } from '../../me.ts';
import { type KeptView, mergeViews, readSaved, type SavedView } from './rules.ts';

const keyOf = (list: ListName, personId: string): string => `sonae-views ${personId} ${list}`;

/** It was not heard; perhaps later. Anything else was heard and refused. */
const isLater = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500);

const put = (list: ListName, view: SavedView): Promise<unknown> =>
  call('PUT /api/prepare/list-views/:list', {
    params: { list },
    body: { ...view, view: { ...view.view, hidden: [...view.view.hidden] } },
  });
const drop = (list: ListName, name: string): Promise<unknown> =>
  call('POST /api/prepare/list-views/:list/remove', { params: { list }, body: { name } });

/**
 * Views of a list that somebody gave a name, on the server and so on each of their devices. This browser keeps them beside:
 * without a connection they are there, and what is saved or removed then is told when the list is looked at again.
 */
export function useSavedViews(list: ListName, columns: readonly string[]) {
  const personId = useMe().data?.personId ?? '';
  const key = keyOf(list, personId);
  const read = (): KeptView[] => readSaved(kept(key), columns);
  const [views, setViews] = useState(read);
  const write = (next: readonly KeptView[]): void => {
    keep(key, JSON.stringify(next));
    setViews([...next]);
  };
  /** Tells the server; what it refuses is said and not kept, what it does not hear stays to be told. */
  const tell = async (act: () => Promise<unknown>, heard: () => void, refused: () => void): Promise<void> => {
    try {
      await act();
      heard();
    } catch (error) {
      if (isLater(error)) return;
      refused();
      if (!(error instanceof ApiError)) throw error;
      notifications.show({ message: error.whole, color: 'red', autoClose: 10_000 });
    }
  };
  const without = (name: string): KeptView[] => read().filter((each) => each.name !== name);
  const send = (view: SavedView): Promise<void> =>
    tell(
      () => put(list, view),
      () => write([...without(view.name), { ...view, sent: true }]),
      () => write(without(view.name)),
    );
  const remove = (name: string): Promise<void> =>
    tell(
      () => drop(list, name),
      () => write(without(name)),
      () => write(without(name)),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each list and person, as the menu opens.
  useEffect(() => {
    const asked = new AbortController();
    const look = async (): Promise<void> => {
      const answer = await call('GET /api/prepare/list-views/:list', { params: { list } }, asked.signal);
      const merged = mergeViews(read(), readSaved(JSON.stringify(answer.views), columns));
      const waits = new Set(merged.send.map(({ name }) => name));
      write([
        ...merged.shown.map((each) => ({ ...each, ...(!waits.has(each.name) && { sent: true }) })),
        ...read().filter(({ gone }) => gone === true),
      ]);
      for (const view of merged.send) await send(view);
      for (const name of merged.remove) await remove(name);
    };
    if (personId)
      void look().catch((error: unknown) => {
        // Without a connection what this browser has is shown.
        if (!asked.signal.aborted && !(error instanceof ApiError)) throw error;
      });
    return () => asked.abort();
  }, [list, personId]);
  return {
    saved: views.filter(({ gone }) => gone !== true) as readonly SavedView[],
    save: (view: SavedView) => {
      write([...without(view.name), view]);
      void send(view);
    },
    forget: (name: string) => {
      const known = read().find((each) => each.name === name);
      write([...without(name), ...(known ? [{ ...known, sent: false, gone: true }] : [])]);
      void remove(name);
    },
  };
}
