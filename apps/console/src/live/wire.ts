import type { Topic } from '../../../../areas/topics.ts';
import type { ReplyOf } from '../api.ts';

/** A line of the ledger as the stream tells it. */
export interface Told {
  readonly line: ReplyOf<'GET /api/ledger/lines'>['lines'][number];
  readonly names: Readonly<Record<string, string>>;
  /** What open screens have to ask for again. */
  readonly touches: readonly Topic[];
}

/** What a tab hears. */
export type ToTab =
  | { readonly kind: 'line'; readonly told: Told }
  | { readonly kind: 'signals' }
  /** Live again; stale where lines may have been missed. */
  | { readonly kind: 'ready'; readonly stale: boolean }
  | { readonly kind: 'lost' }
  /** The server does not know who is asking any more, or cannot be asked. */
  | { readonly kind: 'refused' }
  /** Somebody else has signed in with this browser. */
  | { readonly kind: 'another' }
  /** Answered by `here`: who stays silent is not written to. */
  | { readonly kind: 'there?' };

/** Whose screens a tab shows, and of which organisation: both may change, and only the one ends the other's. */
export const whoOf = (userId: string, orgId: string): string => `${userId} ${orgId}`;
export const personIn = (who: string): string => who.split(' ')[0] ?? '';
export const organisationIn = (who: string): string | undefined => who.split(' ')[1];

/** What a tab says. `who` is the person and the organisation its screens show. */
export type FromTab =
  | { readonly kind: 'hello'; readonly who: string }
  | { readonly kind: 'here' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'bye' };

export type Hear = (event: ToTab) => void;

/** A tab's place at the stream of its organisation in this browser. */
export interface Seat {
  /** The session is over for every tab: nobody may hear what follows under it. */
  readonly signedOut: () => void;
  readonly leave: () => void;
}
