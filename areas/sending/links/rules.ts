import type { Link } from './schema.ts';

export type LinkState = 'open' | 'used' | 'expired';

/** What a link is good for now; one that was used says so for ever, and one that is not there opens nothing. */
export function linkState(link: Link | undefined, now: Temporal.Instant): LinkState {
  if (link?.usedAt) return 'used';
  if (!link || (link.until && Temporal.Instant.compare(link.until, now) <= 0)) return 'expired';
  return 'open';
}
