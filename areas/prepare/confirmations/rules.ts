import { canonicalJson } from '../../../kernel/text.ts';
import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose, State } from '../../sending/outbox/schema.ts';
import { sheetText } from '../parties/rules.ts';
import type { Party } from '../parties/schema.ts';
import type { ConfirmationState } from './schema.ts';

/** Messages that ask for a confirmation. */
export const QUESTION: Purpose = { name: 'question', urgent: false };
/** By which they are answered. */
export const QUESTION_LINK: LinkKind = { purpose: 'confirm', path: 'confirm' };

/** How a question stands, by how its message does. */
const STANDS: Readonly<Record<State, ConfirmationState>> = {
  queued: 'queued',
  sending: 'queued',
  held: 'held',
  accepted: 'accepted',
  delivered: 'accepted',
  seen: 'accepted',
  acknowledged: 'answered',
  failed: 'failed',
  withdrawn: 'failed',
  reached: 'accepted',
  returned: 'failed',
};
export const questionState = (state: State): ConfirmationState => STANDS[state];

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
