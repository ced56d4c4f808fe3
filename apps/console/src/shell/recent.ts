import type { Found } from '../../../../areas/find/schema.ts';

const STORED = 'sonae-recent';
const MOST = 6;

interface Kept {
  readonly of: string;
  readonly things: readonly Found[];
}

/**
 * What somebody opened by searching, the last one first. It is kept as long as the tab is open and for whom it was opened:
 * a title may be known to few, and machines are shared.
 */
export function recentOf(person: string): readonly Found[] {
  const stored = sessionStorage.getItem(STORED);
  if (stored === null) return [];
  const kept = JSON.parse(stored) as Kept;
  return kept.of === person ? kept.things : [];
}

export function keepRecent(person: string, thing: Found): void {
  const others = recentOf(person).filter(({ address }) => address !== thing.address);
  const kept: Kept = { of: person, things: [thing, ...others].slice(0, MOST) };
  sessionStorage.setItem(STORED, JSON.stringify(kept));
}
