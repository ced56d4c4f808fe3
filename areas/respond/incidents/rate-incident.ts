import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { newestOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { overallOf } from './rules.ts';
import { type Rating, type RatingRewrite, rating } from './schema.ts';
import { lockIncident, setDetails } from './store.ts';

const RATED = { ja: '前の評価', en: 'the previous rating' };

/** Rates an incident on the three viewpoints of the public scale; the overall level is the highest of them. */
export async function rateIncident(
  ctx: Context,
  id: string,
  { seen, ...rated }: RatingRewrite,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const incident = await lockIncident(tx.sql, id);
    if (!incident) throw new Fault('not-found');
    refuseBefore(ctx, await newestOfIncident(tx.sql, id, 'incident.rated'), RATED);
    holdToSeen(seen, await ratingOf(tx.sql, id));
    await setDetails(tx.sql, id, { title: incident.title, severity: overallOf(rated) });
    record(tx, 'incident.rated', {
      incidentId: id,
      body: { ...rated, afterwards: incident.state !== 'open' },
    });
  });
}

/** How it was rated last; null where nobody has. */
export async function ratingOf(trx: Transaction<Tables>, id: string): Promise<Rating | null> {
  const line = await newestOfIncident(trx, id, 'incident.rated');
  return line ? rating.parse(line.body) : null;
}
