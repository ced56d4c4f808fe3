import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { newestOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import type { Reclassification } from './schema.ts';
import { findIncident, lockIncident, setSituation } from './store.ts';

const RECLASSIFIED = { ja: '前の種別の変更', en: 'the previous change of type' };

/** Says that it is another situation than was thought, and on what evidence; what it was taken for stays in the ledger. */
export async function reclassifyIncident(
  ctx: Context,
  id: string,
  { situation, evidence, seen }: Reclassification,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    await lockIncident(tx.sql, id);
    const incident = await findIncident(tx.sql, id);
    if (!incident) throw new Fault('not-found');
    if (incident.situation === situation)
      throw new Fault('conflict', {
        detail: { ja: 'すでにこの種別になっています', en: 'It already has this type' },
      });
    refuseBefore(ctx, await newestOfIncident(tx.sql, id, 'incident.reclassified'), RECLASSIFIED);
    holdToSeen(seen, incident.situation);
    await setSituation(tx.sql, id, situation);
    record(tx, 'incident.reclassified', {
      incidentId: id,
      body: { from: incident.situation, to: situation, evidence },
    });
  });
}
