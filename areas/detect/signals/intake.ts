import type { Context } from '../../../database/transaction.ts';
import type { Alert } from '../../../sources/source.ts';
import { receiveSignals } from './receive-signals.ts';

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
  readonly #running = new Set<string>();

  receive(ctx: Context, sourceId: string, alerts: readonly Alert[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(sourceId) ?? [];
      queue.push({ ctx, alerts, resolve, reject });
      this.#queues.set(sourceId, queue);
      if (!this.#running.has(sourceId)) void this.#drain(sourceId);
    });
  }

  async #drain(sourceId: string): Promise<void> {
    this.#running.add(sourceId);
    for (let queue = this.#queues.get(sourceId); queue && queue.length > 0; queue = this.#queues.get(sourceId)) {
      let alerts = 0;
      const group: Waiting[] = [];
      while (queue[0] && (group.length === 0 || alerts + queue[0].alerts.length <= MOST_ALERTS)) {
        const next = queue.shift();
        if (!next) break;
        alerts += next.alerts.length;
        group.push(next);
      }
      await this.#commit(sourceId, group);
    }
    this.#running.delete(sourceId);
    this.#queues.delete(sourceId);
  }

  async #commit(sourceId: string, group: readonly Waiting[]): Promise<void> {
    const newest = group.at(-1);
    if (!newest) return;
    try {
      await receiveSignals(newest.ctx, { sourceId, alerts: group.flatMap(({ alerts }) => alerts) });
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length === 1) return newest.reject(error);
      // One sender's batch must not spoil the others': each is tried alone.
      for (const waiting of group) await this.#commit(sourceId, [waiting]);
    }
  }
}
