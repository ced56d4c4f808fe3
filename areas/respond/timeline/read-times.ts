import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { findIncident } from '../incidents/index.ts';
import { disorderOf, timesOf } from './rules.ts';
import { type knownTimes, TIMES } from './schema.ts';

/** Every time of an incident, stated or read from the record, and which contradict the order of its life. */
export async function readTimes(ctx: Context, incidentId: string): Promise<z.input<typeof knownTimes>> {
  permit(ctx, 'incident.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const times = timesOf(await linesOfIncident(trx, incidentId));
    const wrong = disorderOf(times);
    return {
      times: TIMES.map((which) => {
        const time = times[which];
        return {
          which,
          at: time?.at.toString() ?? null,
          precision: time?.precision ?? 'unknown',
          stated: time?.stated ?? false,
          note: time?.note ?? '',
          corrections: time?.corrections ?? 0,
          outOfOrder: wrong.includes(which),
        };
      }),
    };
  });
}
