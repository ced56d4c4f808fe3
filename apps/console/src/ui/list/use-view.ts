import { useState } from 'react';
import { PLAIN, readView, type View } from './rules.ts';

const keyOf = (list: string): string => `sonae-list ${list}`;
const savedKeyOf = (list: string): string => `sonae-views ${list}`;

/** A way to look that somebody gave a name: the view, and what the list was narrowed down by. */
export interface SavedView {
  readonly name: string;
  readonly view: View;
  /** The query of the address. */
  readonly search: string;
}

const readSaved = (list: string): SavedView[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(savedKeyOf(list)) ?? '[]');
    return Array.isArray(kept) ? (kept as SavedView[]).filter(({ name }) => typeof name === 'string') : [];
  } catch {
    return [];
  }
};

/** How this browser looks at a list, kept for the next visit. */
/** @param extra columns that are left out until somebody asks for them */
export function useView(list: string, columns: readonly string[], extra: readonly string[]) {
  const first: View = { ...PLAIN, hidden: extra };
  const [view, setView] = useState(() => readView(localStorage.getItem(keyOf(list)), columns, first));
  const [saved, setSaved] = useState(() => readSaved(list));
  const look = (next: View): void => {
    localStorage.setItem(keyOf(list), JSON.stringify(next));
    setView(next);
  };
  const keep = (next: readonly SavedView[]): void => {
    localStorage.setItem(savedKeyOf(list), JSON.stringify(next));
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
