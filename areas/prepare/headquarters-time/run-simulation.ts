import { Worker } from 'node:worker_threads';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { JobBody } from '../../work.ts';
import { type Gathered, gatherHours } from './gather-hours.ts';
import { hear } from './hear-worker.ts';
import type { SimulationResult } from './schema.ts';
import { readSimulation, type StoredSimulation, setSimulation } from './store.ts';

/** Job: works out the simulation on a thread of its own. May run twice with one effect; one asked for later ends it. */
export async function runSimulation(
  context: () => Context,
  { simulationId }: JobBody<'simulate-headquarters'>,
): Promise<void> {
  const ctx = context();
  permit(ctx, 'register.read');
  const stored = await reading(ctx, (trx) => readSimulation(trx));
  if (stored?.id !== simulationId || stored.state !== 'running') return;
  try {
    await workOut(context, stored);
  } catch (error) {
    // Said to whoever waits for it; asking again is theirs.
    await advance(context(), simulationId, 'failed', stored.done);
    throw error;
  }
}

async function workOut(context: () => Context, stored: StoredSimulation): Promise<void> {
  const ctx = context();
  const { id: simulationId } = stored;
  const gathered = await reading(ctx, (trx) => gatherHours(trx, ctx.orgId, stored.wanted, ctx.now));
  const result = await inWorker(gathered, (done) => advance(context(), simulationId, 'running', done));
  if (result) await advance(context(), simulationId, 'done', stored.total, result);
}

/** @returns false where another was asked for meanwhile */
async function advance(
  ctx: Context,
  simulationId: string,
  state: 'running' | 'done' | 'failed',
  done: number,
  result?: SimulationResult,
): Promise<boolean> {
  permit(ctx, 'register.read');
  return inTransaction(ctx, async (tx) => {
    const current = await setSimulation(tx.sql, simulationId, { state, done, ...(result && { result }) });
    if (current) record(tx, 'headquarters-time.advanced', { body: { simulationId, done } });
    return current;
  });
}

/**
 * Works it out on a thread of its own, which ends as soon as nobody wants it any more.
 * @param onProgress awaited one after the other; false ends it
 * @returns undefined when it was ended
 */
async function inWorker(
  gathered: Gathered,
  onProgress: (done: number) => Promise<boolean>,
): Promise<SimulationResult | undefined> {
  const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), {
    workerData: { ...gathered, from: gathered.from.toString() },
  });
  const heard = hear(worker, onProgress);
  try {
    return await heard.outcome;
  } finally {
    await worker.terminate();
    await heard.told();
  }
}
