import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose, State } from '../../sending/outbox/schema.ts';
import type { NoticeState } from './schema.ts';

/** Messages that tell or ask: they wait behind those that call somebody. */
export const NOTICE: Purpose = { name: 'notice', urgent: false };
/** By which a notice is answered. */
export const NOTICE_LINK: LinkKind = { purpose: 'notice', path: 'reply' };

/** A request waits for as long as an incident may take; a link in a mailbox does not stay a key for ever. */
export const NOTICE_LINK_DAYS = 14;

/** An e-mail address, as far as one can tell without writing to it. */
export const isMailAddress = (address: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address);

/** A notice is answered where a page is acknowledged. */
export const noticeState = (state: State): NoticeState => (state === 'acknowledged' ? 'answered' : state);
export const messageState = (state: NoticeState): State => (state === 'answered' ? 'acknowledged' : state);
