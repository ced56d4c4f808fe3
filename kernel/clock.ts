import { randomUUIDv7 } from 'node:crypto';

/** Where the time comes from. The one production clock is below; tests bring one that can be moved. */
export interface Clock {
  now(): Temporal.Instant;
  /** Resolves after `duration`, or at once when `signal` aborts. Never rejects. */
  sleep(duration: Temporal.Duration, signal: AbortSignal): Promise<void>;
}

export const wallClock: Clock = {
  now: () => Temporal.Now.instant(),
  sleep: (duration, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, duration.total('milliseconds'));
      signal.addEventListener('abort', done);
    }),
};

/** UUID version 7 (RFC 9562): sorts by the time it was made, so that primary keys stay local on disk. */
export const newId = (): string => randomUUIDv7();
