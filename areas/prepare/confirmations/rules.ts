import { canonicalJson } from '../../../kernel/text.ts';
import type { Party } from '../parties/schema.ts';

/** A link to a test message, and to a sheet that somebody has to read first. */
export const LINK_DAYS = { route: 3, sheet: 30 } as const;

/** What both sides are to understand alike: a change of it needs a new answer (C1-L3). */
export const sheetText = ({ sheet }: Party): string =>
  canonicalJson([sheet.configuration, sheet.importance, sheet.duties]);

/** What a sheet's link is good for: this text, at this address. */
export const sheetDigest = (party: Party): string => canonicalJson([party.email, sheetText(party)]);

/** A party as it is kept: an answer to what the sheet said before is none to what it says now. */
export function withStaleAnswerDropped(before: Party | undefined, after: Party): Party {
  const answered = after.sheet.acknowledgedOn;
  const unchanged = before === undefined || sheetText(before) === sheetText(after);
  if (answered === null || unchanged || before.sheet.acknowledgedOn !== answered) return after;
  return { ...after, sheet: { ...after.sheet, acknowledgedOn: null } };
}

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
