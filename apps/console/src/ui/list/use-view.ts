import { useState } from 'react';
import { keep, kept } from '../../kept-in-browser.ts';
import { PLAIN, readSaved, readView, type SavedView, type View } from './rules.ts';

const keyOf = (list: string): string => `sonae-list ${list}`;
const savedKeyOf = (list: string): string => `sonae-views ${list}`;

/**
 * How this browser looks at a list, kept for the next visit.
 * @param extra columns that are left out until somebody asks for them
 */
export function useView(list: string, columns: readonly string[], extra: readonly string[]) {
  const first: View = { ...PLAIN, hidden: extra };
  const [view, setView] = useState(() => readView(kept(keyOf(list)), columns, first));
  const [saved, setSaved] = useState(() => readSaved(kept(savedKeyOf(list)), columns));
  const look = (next: View): void => {
    keep(keyOf(list), JSON.stringify(next));
    setView(next);
  };
  const keepSaved = (next: readonly SavedView[]): void => {
    keep(savedKeyOf(list), JSON.stringify(next));
    setSaved([...next]);
  };
  return {
    view,
    look,
    saved,
    save: (name: string) =>
      keepSaved([...saved.filter((each) => each.name !== name), { name, view, search: location.search }]),
    forget: (name: string) => keepSaved(saved.filter((each) => each.name !== name)),
    plain: () => look(first),
  };
}
