import type { Clock } from '../kernel/clock.ts';

const POLITENESS_MS = 10;

/** A clock that moves only when a story says so; who sleeps on it wakes when it has moved far enough. */
export class StoryClock implements Clock {
  #now: Temporal.Instant;
  readonly #sleepers = new Set<{ until: Temporal.Instant; wake: () => void }>();

  constructor(start = '2026-11-20T02:00:00Z') {
    this.#now = Temporal.Instant.from(start);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  advance(duration: Temporal.DurationLike): void {
    this.#now = this.#now.add(duration);
    for (const sleeper of [...this.#sleepers]) {
      if (Temporal.Instant.compare(sleeper.until, this.#now) <= 0) sleeper.wake();
    }
  }

  /** Somebody sets the clock: whoever sleeps has slept for as long as they did, whatever it shows now. */
  set(now: Temporal.Instant): void {
    this.#now = now;
    for (const sleeper of [...this.#sleepers]) sleeper.wake();
  }

  sleepUntil(until: Temporal.Instant, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    // A pause of a few milliseconds is politeness towards other processes, not part of a story.
    if (until.since(this.#now).total('milliseconds') <= POLITENESS_MS)
      return new Promise((resolve) => setImmediate(resolve));
    return new Promise((resolve) => {
      const sleeper = {
        until,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', sleeper.wake);
    });
  }
}
