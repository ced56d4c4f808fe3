import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { putLink, removeLink } from '../incidents/acts.ts';
import { findIncident, linksOf, lockIncident } from '../incidents/index.ts';
import type { IncidentLink } from '../incidents/schema.ts';
import { askWhetherAttack, attackAsked } from '../investigation/ask-whether-attack.ts';

/** Ties an incident to another: a wave, a recurrence, a precursor, or the same event seen by somebody else. */
export async function linkIncident(ctx: Context, id: string, link: IncidentLink): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    // Both in one order, so that two who link them the other way round wait for each other.
    for (const each of [id, link.otherId].toSorted())
      if (!(await lockIncident(tx.sql, each)) && each === id) throw new Fault('not-found');
    const other = await findIncident(tx.sql, link.otherId);
    if (link.otherId === id || !other)
      throw invalidField('otherId', {
        ja: '関連付けるインシデントが見つかりません',
        en: 'The other incident was not found',
      });
    if (other.drill !== (await findIncident(tx.sql, id))?.drill)
      throw invalidField('otherId', {
        ja: '訓練と実際のインシデントは関連付けられません',
        en: 'A drill cannot be linked with a real incident',
      });
    // Of two that are an earlier and a later one, only one came before.
    const back = (await linksOf(tx.sql, id)).find((each) => each.id === link.otherId && !each.earlier);
    if (back && back.how !== 'sameEvent')
      throw invalidField('otherId', {
        ja: '逆方向に関連付けられています（相手のインシデントが後）。先にその関連付けを解除してください',
        en: 'They are already linked in the opposite direction. Remove that link first',
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
