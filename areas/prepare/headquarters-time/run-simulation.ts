import { Worker } from 'node:worker_threads';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { JobBody } from '../../jobs.ts';
import { record } from '../../record.ts';
import { type Gathered, gatherHours } from './gather-hours.ts';
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
    await inTransaction(context(), async (tx) => {
      if (await setSimulation(tx.sql, simulationId, { state: 'failed', done: stored.done }))
        record(tx, 'headquarters-time.advanced', { body: { simulationId, done: stored.done } });
    });
    throw error;
  }
}

async function workOut(context: () => Context, stored: StoredSimulation): Promise<void> {
  const ctx = context();
  const { id: simulationId } = stored;
  const gathered = await reading(ctx, (trx) => gatherHours(trx, ctx.orgId, stored.wanted, ctx.now));
  let last = Promise.resolve(true);
  const result = await apart(gathered, (done) => {
    last = last.then(() =>
      inTransaction(context(), async (tx) => {
        const current = await setSimulation(tx.sql, simulationId, { state: 'running', done });
        if (current) record(tx, 'headquarters-time.advanced', { body: { simulationId, done } });
        return current;
      }),
    );
  });
  await last;
  await inTransaction(context(), async (tx) => {
    if (!(await setSimulation(tx.sql, simulationId, { state: 'done', done: stored.total, result }))) return;
    record(tx, 'headquarters-time.advanced', { body: { simulationId, done: stored.total } });
  });
}

async function apart(gathered: Gathered, onProgress: (done: number) => void): Promise<SimulationResult> {
  const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), {
    workerData: { ...gathered, from: gathered.from.toString() },
  });
  try {
    return await new Promise<SimulationResult>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The simulation ended without a result')));
      worker.on('message', (told: { done?: number; result?: SimulationResult }) => {
        if (told.result) resolve(told.result);
        else if (told.done !== undefined) onProgress(told.done);
      });
    });
  } finally {
    await worker.terminate();
  }
}
