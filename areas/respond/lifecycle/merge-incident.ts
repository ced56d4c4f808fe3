import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { moveSignals } from '../detections/acts.ts';
import { markMerged, putLink } from '../incidents/acts.ts';
import { findIncident, linksOf, lockRunning } from '../incidents/index.ts';
import { openTasksOf } from '../tasks/index.ts';
import { obstaclesTo } from './closing.ts';
import { lostByMerging } from './left-open.ts';

/**
 * Two incidents turn out to be one: this one goes on as the other. Its signals go over, what its rule tells of from now on
 * too, its pages stop; its timeline stays and is linked. What it still owes – tasks, reports, also
 * those nobody has begun, ends, notices, what is not back – is done or taken over first.
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
        ja: '別のインシデントを選択してください（訓練と実際のインシデントは統合できません）',
        en: 'Choose another incident. A drill and a real incident cannot be merged',
      });
    if (from.restricted !== into.restricted)
      throw invalidField('intoId', {
        ja: '閲覧限定のインシデントは、閲覧限定のインシデントとのみ統合できます',
        en: 'A restricted incident can be merged only with another restricted one',
      });
    if (from.state === 'open' && into.state !== 'open')
      throw invalidField('intoId', {
        ja: '統合先は復旧済みです。先に対応を再開してください',
        en: 'The target incident is resolved. Reopen it first',
      });
    // What it still owes would be lost with it; whether it was an attack is asked of the one it goes on as.
    const owed = [
      ...(await openTasksOf(tx.sql, id)).map(({ number, title }) => ({
        field: `tasks.${number}`,
        mend: { ja: `先に終了するか、取り下げてください：${title}`, en: `End or withdraw first: ${title}` },
      })),
      ...(await obstaclesTo(tx.sql, id, ctx.now)).filter(
        ({ field }) => field !== 'cyber' && !field.startsWith('tasks.'),
      ),
      ...(await lostByMerging(tx.sql, from, into)),
    ];
    if (owed.length > 0) throw new Fault('invalid', { fields: owed });
    const moved = await moveSignals(tx.sql, ctx.orgId, id, intoId);
    await markMerged(tx.sql, id, intoId, ctx.now);
    const link = { otherId: id, how: 'sameEvent' as const, note: '', noImpact: false, improvementId: null };
    // What they were linked as before says more.
    if (!(await linksOf(tx.sql, intoId)).some((each) => each.id === id))
      await putLink(tx.sql, ctx.orgId, intoId, link, ctx.now);
    record(tx, 'incident.merged', { incidentId: id, body: { intoId, number: into.number } });
    record(tx, 'incident.taken-in', {
      incidentId: intoId,
      body: { fromId: id, number: from.number, signals: moved },
    });
  });
}
