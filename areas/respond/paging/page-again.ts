import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { seekingPages } from './store.ts';

/** Pages whoever is on duty for an open incident, by hand: nobody answered, or more people are needed. */
export async function pageAgain(ctx: Context, incidentId: string): Promise<void> {
  permit(ctx, 'page.command');
  await inTransaction(ctx, async (tx) => {
    const incident = await lockIncident(tx.sql, incidentId);
    if (!incident) throw new Fault('not-found');
    if (incident.state !== 'open' || (await seekingPages(tx.sql, incidentId, '')).length > 0) {
      throw new Fault('conflict', {
        detail: {
          ja: '対応中ではないか、すでに呼び出し中です',
          en: 'The incident is not open, or someone is already being paged',
        },
      });
    }
    record(tx, 'page.requested', { incidentId, body: {} });
  });
}
