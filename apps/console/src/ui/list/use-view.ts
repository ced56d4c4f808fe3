import { useState } from 'react';
import { keep, kept } from '../../kept-in-browser.ts';
import { PLAIN, readView, type View } from './rules.ts';

const keyOf = (list: string): string => `sonae-list ${list}`;

/**
 * How this browser looks at a list, kept for the next visit.
 * @param extra columns that are left out until somebody asks for them
 */
export function useView(list: string, columns: readonly string[], extra: readonly string[]) {
  const first: View = { ...PLAIN, hidden: extra };
  const [view, setView] = useState(() => readView(kept(keyOf(list)), columns, first));
  const look = (next: View): void => {
    keep(keyOf(list), JSON.stringify(next));
    setView(next);
  };
  return {
    view,
    look,
    plain: () => look(first),
  };
}
