import type { z } from 'zod';
import type { Tx } from '../../../database/transaction.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import type { Package } from './package-text.ts';

/** A package of a known sender, whole and in its turn, as whoever answers for its kind gets it. */
export interface Accepted {
  readonly package: Package;
  /** What it says, read by the kind's shape. */
  readonly payload: unknown;
  readonly peer: { readonly id: string; readonly name: string; readonly publicKey: Buffer };
  /** The office that passed it on; its signature was held to its key as well. */
  readonly via: string | null;
}

/** How a package is taken: with whom to speak, what to leave out, and by whom it came. */
export interface Taking {
  readonly kinds: Kinds;
  /** Packages that were not accepted a moment ago, by id, with why. */
  readonly refusing: ReadonlyMap<string, string>;
  /** The office that hands it on. */
  readonly via: string | null;
}

/** What the recipient signed about a package of ours. */
export interface Settled {
  readonly packageId: string;
  readonly peerId: string;
  readonly outcome: 'taken' | 'refused';
  readonly reason: string;
}

/** Of which package from whom somebody reads what it says, or downloads a file. */
export interface Looked {
  readonly payload: unknown;
  readonly peerId: string;
  readonly what: 'read' | 'download';
}

/**
 * Whoever answers for the packages of one kind. Exchange knows none of them by name: they stand in one list
 * (`areas/survey/kinds.ts`), and each is handed its own in the transaction in which they are received.
 */
export interface PackageKind {
  readonly name: string;
  readonly words: Bilingual;
  readonly payload: z.ZodType;
  /** Somebody may write one in the console or by the API; others are sent by what they are part of. */
  readonly byHand: boolean;
  /** What comes of this kind is for whoever sends reports too; everything else is read at the desk alone. */
  readonly forSenders?: boolean;
  /** What it became is all that is kept: nobody reads again what somebody said in it. */
  readonly leavesNothing?: boolean;
  /**
   * Takes it. Throws a Fault or a Refusal where it cannot: then nothing of it is kept but its number, and the sender is
   * told why in a signed receipt.
   */
  readonly accept: (tx: Tx, accepted: Accepted, taking: Taking) => Promise<void>;
  /** Somebody reads one that was taken, or a file of it: what it became may have to write that down. */
  readonly read?: (tx: Tx, looked: Looked) => Promise<void>;
  /** The recipient has signed for one of ours, in the transaction in which that is kept. */
  readonly settled?: (tx: Tx, settled: Settled) => Promise<void>;
}

/** Every kind by its name. */
export type Kinds = Readonly<Record<string, PackageKind>>;

export const kindOf = (kinds: Kinds, name: string): PackageKind | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name] : undefined;
