import { canonicalJson } from '../../../kernel/text.ts';
import { sheetText } from '../parties/rules.ts';
import type { Party } from '../parties/schema.ts';

/** A link to a test message, and to a sheet that somebody has to read first. */
export const LINK_DAYS = { route: 3, sheet: 30 } as const;

/** What a sheet's link is good for: this text, at this address. */
export const sheetDigest = (party: Party): string => canonicalJson([party.email, sheetText(party)]);

/** What a link is good for now. */
export function linkState(
  confirmation: { readonly until: Temporal.Instant; readonly state: string; readonly digest: string },
  digestNow: string | undefined,
  now: Temporal.Instant,
): 'open' | 'answered' | 'expired' | 'changed' {
  if (confirmation.state === 'answered') return 'answered';
  if (Temporal.Instant.compare(confirmation.until, now) <= 0) return 'expired';
  return digestNow === confirmation.digest ? 'open' : 'changed';
}
