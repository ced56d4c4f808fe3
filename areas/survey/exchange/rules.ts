import type { Envelope, PeerState, SentEvent, SentState } from './schema.ts';
import type { RefusalReason } from './words.ts';

/**
 * What each event makes of a package that was sent, in each state; null: it stays as it is. Nothing but a signed receipt
 * ends it: what an answer without a signature says may be anybody's, and is tried again.
 */
export const NEXT: Readonly<Record<SentState, Readonly<Record<SentEvent, SentState | null>>>> = {
  queued: {
    claim: 'sending',
    postpone: null,
    deliver: 'delivered',
    receipt: 'receipted',
    refuse: 'refused',
    repeat: null,
  },
  sending: {
    // The process died in between: the recipient answers the second with the receipt of the first.
    claim: 'sending',
    postpone: 'queued',
    deliver: 'delivered',
    receipt: 'receipted',
    refuse: 'refused',
    repeat: 'queued',
  },
  'by-hand': {
    claim: null,
    postpone: null,
    deliver: null,
    receipt: 'receipted',
    refuse: 'refused',
    repeat: null,
  },
  delivered: {
    claim: null,
    // The office could not pass it on.
    postpone: 'queued',
    deliver: null,
    receipt: 'receipted',
    refuse: 'refused',
    repeat: 'queued',
  },
  // The recipient has lost what it had receipted, as after a backup was restored.
  receipted: { claim: null, postpone: null, deliver: null, receipt: null, refuse: null, repeat: 'queued' },
  refused: { claim: null, postpone: null, deliver: null, receipt: null, refuse: null, repeat: 'queued' },
};

/** In how many seconds to try again: soon at first, then every ten minutes, for as long as it takes. */
export const retryAfter = (fails: number): number => Math.min(600, 2 ** Math.min(fails, 12));

/** Why nothing is taken from a peer as it stands; undefined where it may be. */
export const notFrom = (state: PeerState): RefusalReason | undefined =>
  state === 'pinned' ? undefined : state === 'revoked' ? 'revoked' : 'unconfirmed';

/** How far the packages of a peer have come. */
export interface Chain {
  readonly number: number;
  readonly hash: string;
}

/** What a package is to the chain of its sender: the next one, or why it is not. `known` is the hash received under its id. */
export function placeOf(
  chain: Chain,
  { number, previous }: Pick<Envelope, 'number' | 'previous'>,
  hash: string,
  known: string | undefined,
): 'next' | 'again' | Extract<RefusalReason, 'replayed' | 'missing' | 'broken-chain'> {
  if (known !== undefined) return known === hash ? 'again' : 'replayed';
  if (number <= chain.number) return 'replayed';
  if (number > chain.number + 1) return 'missing';
  return previous === chain.hash ? 'next' : 'broken-chain';
}

/** A fingerprint as two people read it: in groups or not, in small or large letters. */
export const samePrint = (typed: string, print: string): boolean =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s:-]/g, '')
    .toLowerCase() === print;
