import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { readZone } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { marked } from '../incidents/words.ts';
import { openTasksOf } from '../tasks/index.ts';
import { correctedTexts, entriesOf } from '../timeline/rules.ts';
import { draftBrief } from './rules.ts';
import { briefsOf, insertBrief } from './store.ts';

export async function draftWithin(tx: Tx, incidentId: string): Promise<{ id: string; number: number }> {
  const { ctx } = tx;
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident) throw new Fault('not-found');
  const zone = await readZone(tx.sql);
  const lines = await linesOfIncident(tx.sql, incidentId);
  const corrected = correctedTexts(lines);
  const clock = (at: Temporal.Instant): string =>
    at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const source = {
    title: marked(incident.drill, `#${incident.number} ${incident.title}`),
    severity: incident.severity,
    since: Temporal.Instant.from(incident.declaredAt)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' '),
    entries: entriesOf(lines).map(({ at, text }) => ({ clock: clock(at), text })),
    openTasks: (await openTasksOf(tx.sql, incidentId)).map(({ title }) => title),
    decisions: lines
      .filter(({ kind }) => kind === 'decision.recorded')
      .map(({ seq, body }) => corrected.get(seq) ?? String(body['decision'])),
  };
  const text = draftBrief(source, await languagesRead(tx.sql));
  const [last] = await briefsOf(tx.sql, incidentId);
  const number = (last?.number ?? 0) + 1;
  const id = ctx.newId();
  await insertBrief(tx.sql, ctx.orgId, { id, incidentId, number, text, draftedAt: ctx.now });
  record(tx, 'brief.due', { incidentId, body: { briefId: id, number } });
  return { id, number };
}

/** Drafts a brief now, without waiting for its hour. */
export async function draftBriefNow(ctx: Context, incidentId: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    await draftWithin(tx, incidentId);
  });
}
