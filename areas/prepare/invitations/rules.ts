import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose, State } from '../../sending/outbox/schema.ts';

/** Messages that invite somebody. */
export const INVITATION: Purpose = { name: 'invitation', urgent: false };
/** Its secret stands after a #, which no server on the way sees; a press uses it, a preview of the mail does not. */
export const INVITATION_LINK: LinkKind = { purpose: 'invitation', path: 'sign-in/link' };
export const INVITED_DAYS = 7;

/** How the mail of an invitation stands, as far as whoever sent it can do something about it. */
export const mailState = (state: State | undefined): 'waiting' | 'held' | 'sent' | 'failed' | null => {
  if (state === undefined) return null;
  if (state === 'held') return 'held';
  if (state === 'queued' || state === 'sending') return 'waiting';
  return state === 'failed' || state === 'withdrawn' || state === 'returned' ? 'failed' : 'sent';
};
