import type { Context, Tx } from '../database/transaction.ts';
import type { JobBody, JobKind, TimerBody, TimerKind } from './work.ts';

/** Acts when a timer is due, in the transaction in which the timer is deleted; one without a handler does not compile. */
export type TimerHandlers<Own extends TimerKind> = {
  readonly [K in Own]: (tx: Tx, body: TimerBody<K>) => Promise<void>;
};

/**
 * Does a job; one without a handler does not compile. A job takes its time, so it is handed a way to a context whose
 * `now` is fresh.
 */
export type JobHandlers<Own extends JobKind> = {
  readonly [K in Own]: (context: () => Context, body: JobBody<K>) => Promise<void>;
};
