import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lastHeadquarters } from '../headquarters/index.ts';
import { openTasksOf } from '../tasks/index.ts';
import { findIncident, lockRunning, markMerged, moveSignals, putLink } from './store.ts';

/**
 * Two incidents turn out to be one: this one goes on as the other. Its signals go over, what its rule tells of from now on
 * too, its pages stop; its timeline stays and is linked. What somebody still has to do in it is ended or done first.
 */
export async function mergeIncident(ctx: Context, id: string, intoId: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    // Both in one order: two who merge them the other way round wait for each other.
    for (const each of [id, intoId].toSorted()) await lockRunning(tx.sql, each);
    const from = await findIncident(tx.sql, id);
    const into = await findIncident(tx.sql, intoId);
    if (!from || !into) throw new Fault('not-found');
    if (id === intoId || from.drill !== into.drill)
      throw invalidField('intoId', {
        ja: '別のインシデントを選んでください（訓練と実際のものは一つにできません）',
        en: 'Choose another one; a drill and what is real are never merged',
      });
    if (into.restricted && !from.restricted)
      throw invalidField('intoId', {
        ja: '閲覧を限定したインシデントには統合できません',
        en: 'It cannot go on as one that is restricted',
      });
    const open = await openTasksOf(tx.sql, id);
    if (open.length > 0)
      throw new Fault('conflict', {
        detail: {
          ja: `先に終えるか取り下げてください：${open.map(({ title }) => title).join('、')}`,
          en: `End or take back first: ${open.map(({ title }) => title).join(', ')}`,
        },
      });
    if ((await lastHeadquarters(tx.sql, id))?.state === 'standing')
      throw new Fault('conflict', {
        detail: { ja: '先に対策本部を解散してください', en: 'Stand its headquarters down first' },
      });
    const moved = await moveSignals(tx.sql, ctx.orgId, id, intoId);
    await markMerged(tx.sql, id, intoId, ctx.now);
    const link = { otherId: id, how: 'sameEvent' as const, note: '', noImpact: false };
    await putLink(tx.sql, ctx.orgId, intoId, link, ctx.now);
    record(tx, 'incident.merged', { incidentId: id, body: { intoId, number: into.number } });
    record(tx, 'incident.taken-in', {
      incidentId: intoId,
      body: { fromId: id, number: from.number, title: from.title, signals: moved },
    });
  });
}
