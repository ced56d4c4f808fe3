/** A mail server that is away for a night is waited for: 1, 2, 4 … minutes, up to an hour, for about a day. */
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 3_600;
const MOST_TRIES = 30;

/** When to try again; undefined where it has failed for good. */
export function noticeRetryAfter(tries: number, tryAgain: boolean): number | undefined {
  if (!tryAgain || tries >= MOST_TRIES) return undefined;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (tries - 1));
}

/** A request waits for as long as an incident may take; a link in a mailbox does not stay a key for ever. */
export const NOTICE_LINK_DAYS = 14;

/** An e-mail address, as far as one can tell without writing to it. */
export const isMailAddress = (address: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address);
