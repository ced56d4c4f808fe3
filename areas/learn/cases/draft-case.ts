import type { Tx } from '../../../database/transaction.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { findIncident } from '../../respond/incidents/index.ts';
import { draftOf, type IncidentRecord } from './draft.ts';
import { caseOfIncident, insertCase } from './store.ts';

type Lines = Awaited<ReturnType<typeof linesOfIncident>>;

type Told = IncidentRecord['notes'][number];

/** What was told, as it stands and in the order it happened: the last correction of a line speaks for it. */
function toldOf(lines: Lines, kinds: readonly string[], field: 'text' | 'note'): Told[] {
  const latest = new Map<number, string>();
  const rootOf = new Map<number, number>();
  for (const { kind, seq, corrects, body } of lines) {
    if (kind !== 'timeline.corrected' || corrects === null) continue;
    const root = rootOf.get(corrects) ?? corrects;
    rootOf.set(seq, root);
    latest.set(root, String(body['text']));
  }
  return lines
    .filter(({ kind, seq, body }) => kinds.includes(kind) && (latest.has(seq) || body[field]))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq)
    .map(({ seq, body }) => ({ seq, text: latest.get(seq) ?? String(body[field]) }));
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
  const document = draftOf({
    number: incident.number,
    title: incident.title,
    organisation: organisation?.name ?? '',
    signals: signalsOf(lines),
    notes: toldOf(lines, ['timeline.noted'], 'text'),
    endings: toldOf(lines, ['incident.resolved', 'incident.closed'], 'note'),
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
