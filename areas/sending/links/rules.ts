import type { Link } from './schema.ts';

export type LinkState = 'open' | 'used' | 'expired';

export const isOver = ({ until }: Link, now: Temporal.Instant): boolean =>
  until !== undefined && Temporal.Instant.compare(until, now) <= 0;

/** What a link is good for now; one that was used says so for ever, and one that is not there opens nothing. */
export function linkState(link: Link | undefined, now: Temporal.Instant): LinkState {
  if (link?.usedAt) return 'used';
  return !link || isOver(link, now) ? 'expired' : 'open';
}
