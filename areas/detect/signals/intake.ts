import { isOutage } from '../../../database/outage.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Alert } from '../../../sources/source.ts';
import { receiveSignals } from './receive-signals.ts';

/**
 * Pure repeats are committed two at a time, which keeps parser and database busy; while there is news, one after the
 * other, for transactions that record wait for each other at the ledger.
 */
const LANES = { steady: 2, news: 1 } as const;
/** More than this in one transaction would make the others wait noticeably. */
const MOST_ALERTS = 2_000;

interface Waiting {
  readonly ctx: Context;
  readonly alerts: readonly Alert[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers what arrives while a transaction is being committed, and commits it with the next one (group commit).
 * Each sender is answered only after the transaction with its alerts is durable; nobody is refused in a flood.
 */
export class Intake {
  readonly #queues = new Map<string, Waiting[]>();
  readonly #running = new Map<string, number>();
  #lanes: number = LANES.news;
  readonly #clock: Pick<Clock, 'now'>;
  /** When each commit under way began. */
  readonly #since = new Set<{ readonly at: Temporal.Instant }>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** How long the oldest commit has been under way. */
  standsFor(now: Temporal.Instant): number {
    return Math.max(0, ...[...this.#since].map(({ at }) => now.since(at).total('seconds')));
  }

  receive(ctx: Context, sourceId: string, alerts: readonly Alert[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(sourceId) ?? [];
      queue.push({ ctx, alerts, resolve, reject });
      this.#queues.set(sourceId, queue);
      if ((this.#running.get(sourceId) ?? 0) < this.#lanes) void this.#drain(sourceId);
    });
  }

  async #drain(sourceId: string): Promise<void> {
    this.#running.set(sourceId, (this.#running.get(sourceId) ?? 0) + 1);
    // What else arrives in this turn of the event loop belongs to the same group.
    await new Promise((resolve) => setImmediate(resolve));
    for (
      let queue = this.#queues.get(sourceId);
      queue && queue.length > 0;
      queue = this.#queues.get(sourceId)
    ) {
      let alerts = 0;
      const group: Waiting[] = [];
      while (queue[0] && (group.length === 0 || alerts + queue[0].alerts.length <= MOST_ALERTS)) {
        const next = queue.shift();
        if (!next) break;
        alerts += next.alerts.length;
        group.push(next);
      }
      const began = { at: this.#clock.now() };
      this.#since.add(began);
      await this.#commit(sourceId, group).finally(() => this.#since.delete(began));
    }
    const left = (this.#running.get(sourceId) ?? 1) - 1;
    if (left > 0) return void this.#running.set(sourceId, left);
    this.#running.delete(sourceId);
    this.#queues.delete(sourceId);
  }

  async #commit(sourceId: string, group: readonly Waiting[]): Promise<void> {
    const newest = group.at(-1);
    if (!newest) return;
    try {
      const { news } = await receiveSignals(newest.ctx, {
        sourceId,
        alerts: group.flatMap(({ alerts }) => alerts),
      });
      this.#lanes = news ? LANES.news : LANES.steady;
      for (const { resolve } of group) resolve();
    } catch (error) {
      // The database is away: that is nobody's batch, and asking it for each alone would take as long as there are senders.
      if (group.length === 1 || isOutage(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      // One sender's batch must not spoil the others': each is tried alone.
      for (const waiting of group) await this.#commit(sourceId, [waiting]);
    }
  }
}
