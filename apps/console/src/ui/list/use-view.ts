import { useState } from 'react';
import { PLAIN, readSaved, readView, type SavedView, type View } from './rules.ts';

const keyOf = (list: string): string => `sonae-list ${list}`;
const savedKeyOf = (list: string): string => `sonae-views ${list}`;

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser that keeps nothing shows every list as it comes.
    return null;
  }
}

function keepAs(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Where the browser keeps nothing the view stays until the page is left.
  }
}

/**
 * How this browser looks at a list, kept for the next visit.
 * @param extra columns that are left out until somebody asks for them
 */
export function useView(list: string, columns: readonly string[], extra: readonly string[]) {
  const first: View = { ...PLAIN, hidden: extra };
  const [view, setView] = useState(() => readView(kept(keyOf(list)), columns, first));
  const [saved, setSaved] = useState(() => readSaved(kept(savedKeyOf(list)), columns));
  const look = (next: View): void => {
    keepAs(keyOf(list), next);
    setView(next);
  };
  const keep = (next: readonly SavedView[]): void => {
    keepAs(savedKeyOf(list), next);
    setSaved([...next]);
  };
  return {
    view,
    look,
    saved,
    save: (name: string) =>
      keep([...saved.filter((each) => each.name !== name), { name, view, search: location.search }]),
    forget: (name: string) => keep(saved.filter((each) => each.name !== name)),
    plain: () => look(first),
  };
}
