import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { type Release, release } from './schema.ts';
import { countHeld, markReleased } from './store.ts';

/** Undoes a storm: what it collected becomes incidents, one for each group. They are declared a few at a time, by a timer. */
export async function releaseStorm(ctx: Context, id: string, given: Release): Promise<{ groups: number }> {
  permit(ctx, 'incident.command');
  const { page } = release.parse(given);
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, id);
    if (!(await markReleased(tx.sql, id, ctx.now)))
      throw new Fault('conflict', {
        detail: {
          ja: 'アラームの集中ではないか、すでに個別のインシデントに分割されています',
          en: 'This is not an alarm storm, or it was already split',
        },
      });
    const groups = await countHeld(tx.sql, id);
    record(tx, 'storm.released', { incidentId: id, body: { groups, page } });
    return { groups };
  });
}
