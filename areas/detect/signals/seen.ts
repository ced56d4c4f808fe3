import type { Alert } from '../../../sources/source.ts';

/** Enough for the floods we measure; beyond it the oldest are forgotten and merely written once more. */
const LIMIT = 50_000;

/**
 * What this process last wrote of each signal's changing texts, so that a repeat costs a counter and not a rewrite.
 * Losing it, or another process having written since, costs one more write and never a wrong one.
 */
class Seen {
  readonly #texts = new Map<string, string>();

  same(id: string, alert: Alert): boolean {
    return this.#texts.get(id) === digest(alert);
  }

  remember(id: string, alert: Alert): void {
    this.#texts.delete(id);
    this.#texts.set(id, digest(alert));
    if (this.#texts.size > LIMIT) {
      const oldest = this.#texts.keys().next().value;
      if (oldest !== undefined) this.#texts.delete(oldest);
    }
  }
}

const digest = (alert: Alert): string => `${alert.title}\n${alert.severity}\n${JSON.stringify(alert.annotations)}`;

export const seenBefore = new Seen();
