import type { FastifyInstance } from 'fastify';
import type { Intake } from '../../../areas/detect/signals/intake.ts';
import type { TimerRunner } from '../../../areas/run-timers.ts';
import type { Live } from '../../../database/live.ts';
import type { Database } from '../../../database/pool.ts';
import { nextDue } from '../../../database/timers.ts';
import type { Clock } from '../../../kernel/clock.ts';

/** A part that has not moved for so long stands still: whoever supervises us should act. */
const STILL_SECONDS = 12;
/** Longer than a burst of reads keeps all connections busy. */
const ANSWER_MS = 8_000;

export interface Parts {
  readonly database: Database;
  readonly live: Live;
  readonly timers: TimerRunner;
  readonly intake: Intake;
  readonly clock: Clock;
}

const answers = async (asked: Promise<unknown>): Promise<boolean> => {
  const tooLate = Promise.withResolvers<false>();
  const timer = setTimeout(() => tooLate.resolve(false), ANSWER_MS);
  try {
    return await Promise.race([
      asked.then(
        () => true,
        () => false,
      ),
      tooLate.promise,
    ]);
  } finally {
    clearTimeout(timer);
  }
};

/** The parts of this process that stand still, by name. */
export async function standingStill({ database, live, timers, intake, clock }: Parts): Promise<string[]> {
  const now = clock.now();
  const [asked, jobs] = await Promise.all([answers(nextDue(database)), answers(database.jobs.ask())]);
  return [
    ...(asked ? [] : ['database']),
    ...(jobs ? [] : ['jobs']),
    ...(live.hears ? [] : ['live']),
    ...((timers.standsFor(now) ?? 0) > STILL_SECONDS ? ['timers'] : []),
    ...(intake.standsFor(now) > STILL_SECONDS ? ['intake'] : []),
  ];
}

/** `/readyz`: 200 while everything moves, otherwise 503 with what does not. */
export function mountReadyz(app: FastifyInstance, parts: Parts): void {
  app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    const still = await standingStill(parts);
    if (still.length === 0) return { ready: true };
    return reply.code(503).send({ ready: false, standingStill: still });
  });
}
