import { randomUUIDv7 } from 'node:crypto';

/** Where the time comes from. The one production clock is below; tests bring one that can be moved. */
export interface Clock {
  now(): Temporal.Instant;
  /** Resolves at `until`, at once when that is past or when `signal` aborts. Never rejects. */
  sleepUntil(until: Temporal.Instant, signal: AbortSignal): Promise<void>;
}

export const wallClock: Clock = {
  now: () => Temporal.Now.instant(),
  sleepUntil: (until, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, until.since(Temporal.Now.instant()).total('milliseconds')));
      signal.addEventListener('abort', done);
    }),
};

/** UUID version 7 (RFC 9562): sorts by the time it was made, so that primary keys stay local on disk. */
export const newId = (): string => randomUUIDv7();
