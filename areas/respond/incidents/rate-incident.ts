import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { overallOf } from './rules.ts';
import type { Rating } from './schema.ts';
import { lockIncident, setDetails } from './store.ts';

/** Rates an incident on the three viewpoints of the public scale; the overall level is the highest of them. */
export async function rateIncident(ctx: Context, id: string, rating: Rating): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const incident = await lockIncident(tx.sql, id);
    if (!incident) throw new Fault('not-found');
    await setDetails(tx.sql, id, { title: incident.title, severity: overallOf(rating) });
    record(tx, 'incident.rated', {
      incidentId: id,
      body: { ...rating, afterwards: incident.state !== 'open' },
    });
  });
}
