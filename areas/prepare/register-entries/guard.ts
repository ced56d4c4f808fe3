import type { Tx } from '../../../database/transaction.ts';
import type { RegisterKind } from '../registers/schema.ts';
import type { BrokenOverride } from '../rosters/schema.ts';

/**
 * What has a say in what a register keeps. It looks at everything as it stands before anything is written, for a file may
 * bring all of it at once; then it is asked for each entry.
 */
export type Guard<E = unknown> = (tx: Looking) => Promise<Refusal<E>>;
/** It looks and writes nothing: what a file would do is asked of it too. */
export type Looking = Pick<Tx, 'ctx' | 'sql'>;
export interface Refusal<E = unknown> {
  /** @throws Fault where an entry may not take the place of another; undefined where there is none before, or after */
  refuse(before: E | undefined, after: E | undefined): void;
  /** People who may stand in it although they have left, for they stood there before. */
  stay?(before: E): ReadonlySet<string>;
  /** What no longer holds once it is written. */
  breaks?(after: E): Promise<BrokenOverride[]>;
}

/** A register that is guarded is not written without its guard; of one that may be, it is said. */
export interface Guarded<K extends Pick<RegisterKind, 'guarded'>> {
  readonly kind: K;
  readonly guard: K['guarded'] extends false ? null : boolean extends K['guarded'] ? Guard | null : Guard;
}
