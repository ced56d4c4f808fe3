import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncidentSince } from '../../ledger/index.ts';
import { didItThemselves } from '../../prepare/contacts/index.ts';
import { lockIncident, refuseClosed } from '../incidents/index.ts';
import { findTask } from '../tasks/index.ts';
import { UNDOINGS } from './deeds.ts';
import { isThatOne, lastDeed, WINDOW } from './rules.ts';
import type { UndoWanted } from './schema.ts';
import { REFUSALS } from './words.ts';

/**
 * Takes back the caller's own last act on a thing by an act of its own: the record keeps both. Where somebody changed the
 * thing meanwhile nothing is touched, and whoever asked is told.
 */
export async function undoDeed(ctx: Context, wanted: UndoWanted): Promise<void> {
  const { permission, subject, evenClosed, fact, besides, about, takeBack } = UNDOINGS[wanted.deed];
  permit(ctx, permission);
  await inTransaction(ctx, async (tx) => {
    const incidentId = subject === 'task' ? (await findTask(tx.sql, wanted.of))?.incidentId : wanted.of;
    const incident = incidentId === undefined ? undefined : await lockIncident(tx.sql, incidentId);
    if (!incident) throw new Fault('not-found');
    if (!evenClosed) refuseClosed(incident);
    const since = ctx.now.subtract(WINDOW);
    const lines = await linesOfIncidentSince(tx.sql, incident.id, [fact, ...besides], since);
    const found = lastDeed(about(lines, wanted), fact);
    if ('refusal' in found) throw new Fault('conflict', { detail: REFUSALS[found.refusal] });
    const isOwn = await didItThemselves(tx.sql, ctx.actor, found.line.actorId);
    if (!isOwn || !isThatOne(found.line, ctx.now, wanted.ago))
      throw new Fault('conflict', { detail: REFUSALS.changed });
    const refusal = await takeBack(tx, incident.id, found.line, wanted);
    if (refusal) throw new Fault('conflict', { detail: REFUSALS[refusal] });
  });
}
