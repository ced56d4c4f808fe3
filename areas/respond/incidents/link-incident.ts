import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { IncidentLink } from './schema.ts';
import { findIncident, lockIncident, putLink } from './store.ts';

/** Ties an incident to another: a wave, a recurrence, a precursor, or the same event seen by somebody else. */
export async function linkIncident(ctx: Context, id: string, link: IncidentLink): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, id))) throw new Fault('not-found');
    if (link.otherId === id || !(await findIncident(tx.sql, link.otherId)))
      throw invalidField('otherId', {
        ja: '関連付けるインシデントが見つかりません',
        en: 'There is no such other incident',
      });
    await putLink(tx.sql, ctx.orgId, id, link, ctx.now);
    record(tx, 'incident.linked', { incidentId: id, body: link });
  });
}
