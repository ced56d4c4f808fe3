import type { ListDocument, ListEntry } from './schema.ts';

export type EditionFault =
  | { readonly fault: 'twice'; readonly key: string }
  | { readonly fault: 'removed'; readonly key: string }
  | { readonly fault: 'no-group'; readonly key: string };

/**
 * What is wrong with an edition that follows another: a key that stands twice, one that was there and is gone (reports are
 * counted by it: it is ended instead), a group nobody declared.
 */
export function editionFaults(before: ListDocument, after: ListDocument): EditionFault[] {
  const keys = after.entries.map(({ key }) => key);
  const known = new Set(keys);
  const groups = new Set(after.groups.map(({ key }) => key));
  return [
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => ({ fault: 'twice' as const, key })),
    ...before.entries
      .filter(({ key }) => !known.has(key))
      .map(({ key }) => ({ fault: 'removed' as const, key })),
    ...after.entries
      .filter(({ group }) => group !== undefined && groups.size > 0 && !groups.has(group))
      .map(({ key }) => ({ fault: 'no-group' as const, key })),
  ];
}

/** What a new report may choose from. */
export const inUse = ({ entries }: Pick<ListDocument, 'entries'>): ListEntry[] =>
  entries.filter(({ ended }) => ended !== true);
