import { useEffect, useState } from 'react';

/** Somebody who was chosen while a line was typed. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
}
export interface KeptDraft {
  readonly text: string;
  readonly chosen: readonly Chosen[];
}

const EMPTY: KeptDraft = { text: '', chosen: [] };
const keyOf = (incidentId: string, personId: string): string => `sonae.line.${incidentId}.${personId}`;

function read(key: string): KeptDraft {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<KeptDraft> | null;
    return typeof kept?.text === 'string' && Array.isArray(kept.chosen)
      ? { text: kept.text, chosen: kept.chosen }
      : EMPTY;
  } catch {
    // A browser that keeps nothing, or kept something else: one begins anew.
    return EMPTY;
  }
}

function write(key: string, draft: KeptDraft): void {
  try {
    if (draft.text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Where the browser keeps nothing the words stay where they are typed.
  }
}

/** What is being typed, kept in this browser until it is sent: a reload, or a closed tab, loses none of it. */
export function useKeptDraft(
  incidentId: string,
  personId: string,
): readonly [KeptDraft, (draft: KeptDraft) => void] {
  const key = keyOf(incidentId, personId);
  const [draft, setDraft] = useState(() => read(key));
  useEffect(() => setDraft(read(key)), [key]);
  return [
    draft,
    (next) => {
      setDraft(next);
      write(key, next);
    },
  ];
}
