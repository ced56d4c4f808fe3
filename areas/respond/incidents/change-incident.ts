import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { ratingOf } from './rate-incident.ts';
import type { IncidentChange, IncidentRewrite } from './schema.ts';
import { findIncident, lockIncident, setDetails } from './store.ts';

/** Of an incident, the fields that are to change. */
const chosen = (of: IncidentChange, changed: IncidentChange): IncidentChange => ({
  ...(changed.title !== undefined && { title: of.title }),
  ...(changed.severity !== undefined && { severity: of.severity }),
  ...(changed.site !== undefined && { site: of.site }),
});

/**
 * Corrects title, severity or site; the ledger keeps what they were. Once it is rated by the three viewpoints its level is
 * the highest of them, and changes with the rating alone (domain facts §5).
 * @throws Fault `conflict` when a field it changes is not what the writer had seen
 */
export async function changeIncident(
  ctx: Context,
  id: string,
  { title, severity, site, seen }: IncidentRewrite,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    await lockIncident(tx.sql, id);
    const incident = await findIncident(tx.sql, id);
    if (!incident) throw new Fault('not-found');
    holdToSeen(seen && chosen(seen, { title, severity, site }), chosen(incident, { title, severity, site }));
    if (severity !== undefined && severity !== incident.severity && (await ratingOf(tx.sql, id)))
      throw invalidField('severity', {
        ja: '3つの観点で評価済みです。「深刻度の評価」から変更してください',
        en: 'Severity is rated on three criteria. Change the rating instead',
      });
    const now = { title: title ?? incident.title, severity: severity ?? incident.severity };
    await setDetails(tx.sql, id, { ...now, site });
    const from = {
      title: incident.title,
      severity: incident.severity,
      ...(site !== undefined && { site: incident.site }),
    };
    record(tx, 'incident.changed', {
      incidentId: id,
      body: { ...now, ...(site !== undefined && { site }), from },
    });
  });
}
