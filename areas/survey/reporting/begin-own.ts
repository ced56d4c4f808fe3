import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { findIncident } from '../../respond/incidents/index.ts';
import { reportContent } from '../content/schema.ts';
import { findPeer } from '../exchange/index.ts';
import { NOT_LISTED } from '../operators/words.ts';
import { fillFromIncident } from './fill-from-incident.ts';
import type { OwnBegun, OwnSaved } from './schema.ts';
import { insertOwn, lockOwn, updateOwn } from './store.ts';
import { IS_DRILL } from './words.ts';

async function listed(tx: Tx, peerId: string | null): Promise<void> {
  if (peerId !== null && !(await findPeer(tx.sql, peerId))) throw invalidField('peerId', NOT_LISTED);
}

/** Begins a report of our own; of an incident, with what its record tells. Nothing leaves before somebody sends it. */
export async function beginOwn(ctx: Context, { incidentId, peerId }: OwnBegun): Promise<{ id: string }> {
  permit(ctx, 'report.send');
  return inTransaction(ctx, async (tx) => {
    await listed(tx, peerId);
    const organisation = await readOrganisation(tx.sql);
    const zone = organisation?.timeZone ?? 'Asia/Tokyo';
    const incident = incidentId === null ? undefined : await findIncident(tx.sql, incidentId);
    if (incidentId !== null && !incident) throw new Fault('not-found');
    if (incident?.drill) throw invalidField('incidentId', IS_DRILL);
    const told = incident ? await fillFromIncident(tx.sql, incident, zone) : {};
    const content = reportContent.parse({ ...told, operator: { name: organisation?.name ?? '' } });
    const id = ctx.newId();
    await insertOwn(tx.sql, ctx.orgId, { id, incidentId, peerId, content }, ctx.now);
    record(tx, 'own-report.begun', { body: { reportId: id } });
    return { id };
  });
}

/** @throws Fault `conflict` where somebody saved since */
export async function saveOwn(
  ctx: Context,
  id: string,
  { content, peerId, seen }: OwnSaved,
): Promise<{ seen: number }> {
  permit(ctx, 'report.send');
  return inTransaction(ctx, async (tx) => {
    const report = await lockOwn(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.draftSeen !== seen) throw new Fault('conflict');
    await listed(tx, peerId);
    // Whoever was told of it first is told of it to the end.
    const to = report.version > 0 ? report.peerId : peerId;
    await updateOwn(
      tx.sql,
      id,
      { draft: content, draft_seen: seen + 1, peer_id: to, title: content.title },
      ctx.now,
    );
    record(tx, 'own-report.saved', { body: { reportId: id } });
    return { seen: seen + 1 };
  });
}
