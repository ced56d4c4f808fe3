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

/** Starts doing the jobs that talk to the world. */
export async function startJobs(house: House, clock: Clock): Promise<void> {
  await house.database.jobs.startWorking(JOB_KINDS, async (kind, _id, orgId, body) => {
    const known = JOB_KINDS.find((k) => k === kind);
    if (!known) throw new Error(`no handler for jobs of kind ${kind}`);
    await act(house, clock, orgId, known, body);
  });
}
