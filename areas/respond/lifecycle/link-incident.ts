import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { putLink, removeLink } from '../incidents/acts.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import type { IncidentLink } from '../incidents/schema.ts';
import { askWhetherAttack, attackAsked } from '../investigation/ask-whether-attack.ts';

/** Ties an incident to another: a wave, a recurrence, a precursor, or the same event seen by somebody else. */
export async function linkIncident(ctx: Context, id: string, link: IncidentLink): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, id))) throw new Fault('not-found');
    const other = await findIncident(tx.sql, link.otherId);
    if (link.otherId === id || !other)
      throw invalidField('otherId', {
        ja: '関連付けるインシデントが見つかりません',
        en: 'There is no such other incident',
      });
    if (other.drill !== (await findIncident(tx.sql, id))?.drill)
      throw invalidField('otherId', {
        ja: '訓練と実際のインシデントは関連付けられません',
        en: 'A drill is not linked with what is real',
      });
    await putLink(tx.sql, ctx.orgId, id, link, ctx.now);
    record(tx, 'incident.linked', { incidentId: id, body: { ...link, number: other.number } });
    // It was there before.
    if ((link.how === 'precursor' || link.how === 'recurrence') && !(await attackAsked(tx.sql, id)))
      await askWhetherAttack(tx, id);
  });
}

/** Takes a link back that was a mistake; the ledger keeps that it was drawn. */
export async function unlinkIncident(ctx: Context, id: string, otherId: string): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, id))) throw new Fault('not-found');
    if (await removeLink(tx.sql, id, otherId))
      record(tx, 'incident.unlinked', {
        incidentId: id,
        body: { otherId, number: (await findIncident(tx.sql, otherId))?.number },
      });
  });
}
