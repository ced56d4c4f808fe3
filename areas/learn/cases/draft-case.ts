import type { Tx } from '../../../database/transaction.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { findIncident } from '../../respond/incidents/index.ts';
import { draftOf, type IncidentRecord } from './draft.ts';
import { caseOfIncident, insertCase } from './store.ts';

type Lines = Awaited<ReturnType<typeof linesOfIncident>>;

/** Notes as they stand: a corrected one says what its correction says. */
function notesOf(lines: Lines): IncidentRecord['notes'] {
  const corrections = new Map(
    lines
      .filter(({ kind }) => kind === 'timeline.corrected')
      .map((line) => [line.corrects, String(line.body['text'])]),
  );
  return lines
    .filter(({ kind }) => kind === 'timeline.noted')
    .map(({ seq, body }) => ({ seq, text: corrections.get(seq) ?? String(body['text']) }));
}

function signalsOf(lines: Lines): string[] {
  const linked = lines.filter(({ kind }) => kind === 'incident.signals-linked');
  return linked.flatMap(({ body }) => (body['signals'] as { title: string }[]).map(({ title }) => title));
}

/** An incident was closed: its draft case is opened from the ledger, once, however often it is closed again. */
export async function draftCase(tx: Tx, { incidentId }: { incidentId: string }): Promise<void> {
  const { ctx } = tx;
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident || (await caseOfIncident(tx.sql, incidentId))) return;
  const lines = await linesOfIncident(tx.sql, incidentId);
  const organisation = await readOrganisation(tx.sql);
  const endings = lines
    .filter(({ kind, body }) => (kind === 'incident.resolved' || kind === 'incident.closed') && body['note'])
    .map(({ seq, body }) => ({ seq, text: String(body['note']) }));
  const document = draftOf({
    number: incident.number,
    title: incident.title,
    organisation: organisation?.name ?? '',
    signals: signalsOf(lines),
    notes: notesOf(lines),
    endings,
  });
  const id = ctx.newId();
  await insertCase(tx.sql, ctx.orgId, {
    id,
    state: 'draft',
    version: 1,
    document,
    incidentId,
    changedAt: ctx.now,
    changedBy: ctx.actor.id,
  });
  record(tx, 'case.opened', { incidentId, body: { caseId: id } });
}
