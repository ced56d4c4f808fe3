import { type Lane, type MessageEvent, STATES, type State } from './schema.ts';

/**
 * What each event makes of a message in each state; null: it stays as it is, for the news came late, twice, or is no news.
 * An event always leads to one state, so that moving many is one statement.
 */
export const NEXT: Readonly<Record<State, Readonly<Record<MessageEvent, State | null>>>> = {
  queued: {
    claim: 'sending',
    hold: 'held',
    release: null,
    accept: null,
    postpone: null,
    // A provider tells of an earlier try.
    fail: 'failed',
    deliver: null,
    see: null,
    acknowledge: 'acknowledged',
    withdraw: 'withdrawn',
    reach: 'reached',
    return: 'returned',
    resend: null,
  },
  held: {
    claim: null,
    hold: null,
    release: 'queued',
    accept: null,
    postpone: null,
    fail: null,
    deliver: null,
    see: null,
    acknowledge: 'acknowledged',
    withdraw: 'withdrawn',
    reach: 'reached',
    return: 'returned',
    resend: null,
  },
  sending: {
    // The process died in between: twice under one id is better than not at all.
    claim: 'sending',
    hold: 'held',
    release: null,
    accept: 'accepted',
    postpone: 'queued',
    fail: 'failed',
    deliver: 'delivered',
    see: 'seen',
    acknowledge: 'acknowledged',
    withdraw: 'withdrawn',
    reach: 'reached',
    return: 'returned',
    resend: null,
  },
  accepted: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: 'failed',
    deliver: 'delivered',
    see: 'seen',
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: 'reached',
    return: 'returned',
    resend: null,
  },
  delivered: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: 'failed',
    deliver: null,
    see: 'seen',
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: 'reached',
    return: 'returned',
    resend: null,
  },
  seen: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    // Somebody saw it: whatever the provider thinks went wrong afterwards, they were reached.
    fail: null,
    deliver: null,
    see: null,
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: 'reached',
    return: null,
    resend: null,
  },
  acknowledged: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: null,
    deliver: null,
    see: null,
    acknowledge: null,
    withdraw: null,
    reach: null,
    return: null,
    resend: null,
  },
  failed: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: null,
    deliver: null,
    see: null,
    // The provider was wrong: it arrived, and was answered.
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: 'reached',
    return: 'returned',
    resend: 'queued',
  },
  withdrawn: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: null,
    deliver: null,
    see: null,
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: 'reached',
    return: null,
    resend: null,
  },
  reached: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: null,
    deliver: null,
    see: null,
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: null,
    return: 'returned',
    resend: null,
  },
  returned: {
    claim: null,
    hold: null,
    release: null,
    accept: null,
    postpone: null,
    fail: null,
    deliver: null,
    see: null,
    acknowledge: 'acknowledged',
    withdraw: null,
    reach: 'reached',
    return: null,
    resend: null,
  },
};

/** Where an event leads, and from which states. */
export function turnOf(event: MessageEvent): { readonly to: State; readonly from: readonly State[] } {
  const from = STATES.filter((state) => NEXT[state][event] !== null);
  const [to] = from.flatMap((state) => NEXT[state][event] ?? []);
  if (to === undefined) throw new RangeError(`${event} leads nowhere`);
  return { to, from };
}

const RETRY = {
  /** Somebody waits for an answer: 2, 4, 8, 16 seconds, and then another way is tried. */
  urgent: { firstSeconds: 2, longestSeconds: 16, tries: 5 },
  /** A mail server that is away for a night is waited for: 1, 2, 4 … minutes, up to an hour, for about a day. */
  routine: { firstSeconds: 60, longestSeconds: 3_600, tries: 30 },
} as const;

/** The longest that what is urgent waits to be tried again. */
export const LONGEST_URGENT_RETRY_SECONDS = RETRY.urgent.longestSeconds;

/** So often what is urgent is tried before it has failed: a message that was is one its provider never took. */
export const URGENT_TRIES = RETRY.urgent.tries;

/** In how many seconds to try again; undefined where it has failed for good. */
export function retryAfter(
  { urgent, tries }: { readonly urgent: boolean; readonly tries: number },
  tryAgain: boolean,
): number | undefined {
  const policy = urgent ? RETRY.urgent : RETRY.routine;
  if (!tryAgain || tries >= policy.tries) return undefined;
  return Math.min(policy.longestSeconds, policy.firstSeconds * 2 ** (tries - 1));
}

/** Which job sends it; what the job does is the same, only who waits for whom is not. */
export const jobOf = <L extends Lane>(urgent: boolean, lane: L): `deliver-urgent-${L}` | `deliver-${L}` =>
  urgent ? `deliver-urgent-${lane}` : `deliver-${lane}`;

/**
 * When a message may leave: the first at once, what follows it to the same address within the window together. One
 * sent in the future says only that the clock was set back, and holds nobody up.
 */
export function leavesAt(
  lastSentAt: Temporal.Instant | null,
  bundleSeconds: number,
  now: Temporal.Instant,
): Temporal.Instant {
  if (!lastSentAt || Temporal.Instant.compare(lastSentAt, now) > 0) return now;
  const free = lastSentAt.add({ seconds: bundleSeconds });
  return Temporal.Instant.compare(free, now) > 0 ? free : now;
}

/** Four digits to answer by text message, of a link's own secret. */
export const codeOf = (secret: string): string =>
  String([...secret].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000, 7) + 1_000);

/** Digits of a message as people type them: 8315, 8 3 1 5, 83-15, or among other words. */
export function digitsIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const typed = plain.match(/\d{4}/g) ?? [];
  const apart = [...plain.matchAll(/(?<!\d[\s\p{P}]*)\d(?:[\s\p{P}]*\d){3}(?![\s\p{P}]*\d)/gu)];
  return [...new Set([...typed, ...apart.map(([found]) => found.replace(/\D/g, ''))])];
}
