import type { Logger } from 'pino';
import type { House } from '../../areas/system-context.ts';
import { markHearing } from '../../database/hearing.ts';
import type { Clock } from '../../kernel/clock.ts';

const EVERY = { seconds: 1 } as const;
/** A busy moment is no break; more than this is one. */
const GAP_SECONDS = 3;
/** A process that starts was not there before: unless another kept the doors open, that was a break. */
const GAP_AT_START_SECONDS = 1.5;

/**
 * Writes down, every second, that the doors are open: what does not come while they are not is nobody's silence but ours.
 * A clock that jumps forward is a break too.
 * @returns what ends it
 */
export function keepHearing({ database }: House, clock: Clock, log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const run = async () => {
    for (let gap = GAP_AT_START_SECONDS; !stopping.signal.aborted; ) {
      const now = clock.now();
      try {
        await markHearing(database.kysely, now, gap);
        gap = GAP_SECONDS;
      } catch (error) {
        log.warn({ err: error }, 'it could not be written down that the doors are open');
      }
      await clock.sleepUntil(now.add(EVERY), stopping.signal);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
