import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { hypothesesOf, openHypothesisWithin } from '../investigation/index.ts';
import type { IncidentLink } from './schema.ts';
import { findIncident, lockIncident, putLink, removeLink } from './store.ts';
import { COULD_BE_ATTACK } from './words.ts';

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
    if (link.how === 'precursor' || link.how === 'recurrence') await askWhetherAttack(tx, id);
  });
}

/** It was there before: whether that could be an attack is asked, once for an incident (C5-D2). */
async function askWhetherAttack(tx: Tx, id: string): Promise<void> {
  if ((await hypothesesOf(tx.sql, id)).some(({ cyber }) => cyber)) return;
  await openHypothesisWithin(tx, id, {
    text: inEach(await languagesRead(tx.sql), COULD_BE_ATTACK),
    cyber: true,
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
