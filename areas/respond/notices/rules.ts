import { mailAddress } from '../../../kernel/addresses.ts';
import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose, State } from '../../sending/outbox/schema.ts';
import type { NoticeState } from './schema.ts';

/** Messages that tell or ask: they wait behind those that call somebody. */
export const NOTICE: Purpose = { name: 'notice', urgent: false };
/** By which a notice is answered. */
export const NOTICE_LINK: LinkKind = { purpose: 'notice', path: 'reply' };

/** A request waits for as long as an incident may take; a link in a mailbox does not stay a key for ever. */
export const NOTICE_LINK_DAYS = 14;

/** An e-mail address, as far as one can tell without writing to it: what is taken anywhere is written to here too. */
export const isMailAddress = (address: string): boolean => mailAddress.safeParse(address).success;

/** A notice is answered where a page is acknowledged. */
export const noticeState = (state: State): NoticeState => (state === 'acknowledged' ? 'answered' : state);
export const messageState = (state: NoticeState): State => (state === 'answered' ? 'acknowledged' : state);

/** By which an address says that it is theirs, or wants no more. */
export const SUBSCRIPTION_LINK: LinkKind = { purpose: 'status subscription', path: 'status/subscription' };

/**
 * Where a subscriber's own link goes in a text, at its end. The link is a key: it is put in as the message leaves, and no
 * table keeps it.
 */
export const ownLink = (subscriberId: string): string => `{subscription:${subscriberId}}`;
const OWN_LINK = /\{subscription:([0-9a-f-]{36})\}$/;

/** Whose link stands at the end of a text, and the text before it. */
export function endsWithOwnLink(
  text: string,
): { readonly subscriberId: string; readonly before: string } | undefined {
  const found = OWN_LINK.exec(text);
  return found?.[1] === undefined
    ? undefined
    : { subscriberId: found[1], before: text.slice(0, found.index) };
}
