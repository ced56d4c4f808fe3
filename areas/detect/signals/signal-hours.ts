import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { gradeOf } from './grades.ts';
import type { signalHours } from './schema.ts';
import { countByHour } from './store.ts';

const HOURS = 24;

/** How many signals appeared in each of the last 24 hours. */
export async function readSignalHours(ctx: Context): Promise<z.input<typeof signalHours>> {
  permit(ctx, 'signal.read');
  const since = ctx.now.subtract({ hours: HOURS });
  const counted = await reading(ctx, (trx) => countByHour(trx, since));
  const hours = Array.from({ length: HOURS }, (_, n) => ({
    at: since.add({ hours: n }).toString(),
    grave: 0,
    warning: 0,
    other: 0,
  }));
  for (const { hour, severity, n } of counted) {
    // What appears at this very moment, or by a clock that is a little ahead, is of the last hour.
    const place = hours[Math.min(Math.floor(hour.since(since).total('hours')), HOURS - 1)];
    if (place) place[gradeOf(severity)] += n;
  }
  return { hours };
}
