import type { Logger } from 'pino';
import { quietSince } from '../database/quiet.ts';
import type { Clock } from '../kernel/clock.ts';
import { parseBy } from '../kernel/shape.ts';
import { JOB_HANDLERS } from './handlers.ts';
import { type House, systemContext } from './system-context.ts';
import { JOB_KINDS, JOBS, type JobBody, type JobKind } from './work.ts';

async function act<K extends JobKind>(
  house: House,
  clock: Clock,
  orgId: string,
  kind: K,
  body: unknown,
): Promise<void> {
  await JOB_HANDLERS[kind](
    () => systemContext(house, orgId, clock.now()),
    parseBy(JOBS[kind], body) as JobBody<K>,
  );
}

/** So often a restored copy looks whether somebody has said that it is to go on. */
const LOOK_EVERY = { seconds: 2 } as const;

/**
 * Starts doing the jobs that talk to the world; in a restored copy that keeps quiet, once it is awake.
 * @returns a function that gives the waiting up
 */
export async function startJobs(house: House, clock: Clock, log: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const isQuiet = async (): Promise<boolean> => (await quietSince(house.database.kysely)) !== undefined;
  if (!(await isQuiet())) {
    await work(house, clock);
    return async () => {};
  }
  const waiting = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await clock.sleepUntil(clock.now().add(LOOK_EVERY), stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        if (await isQuiet()) continue;
        await work(house, clock);
        return;
      } catch (error) {
        log.error({ err: error }, 'jobs could not be started and are tried again');
      }
    }
  };
  const waited = waiting();
  return async () => {
    stopping.abort();
    await waited;
  };
}

async function work(house: House, clock: Clock): Promise<void> {
  await house.database.jobs.startWorking(JOB_KINDS, async (kind, _id, orgId, body) => {
    const known = JOB_KINDS.find((k) => k === kind);
    if (!known) throw new Error(`no handler for jobs of kind ${kind}`);
    await act(house, clock, orgId, known, body);
  });
}
