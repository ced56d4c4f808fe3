import type { Tx } from '../../../database/transaction.ts';
import type { Auth } from './library.ts';

/** The two ways to the sign-in library. */
export interface AuthAccess {
  /** The library on its own connection. */
  readonly auth: () => Auth;
  /** The library within a transaction of ours, so that the deed and its fact are one. */
  readonly within: (tx: Tx) => Auth;
}
