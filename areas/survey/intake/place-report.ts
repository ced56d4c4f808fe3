import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findOperator } from '../operators/index.ts';
import { NOT_LISTED } from '../operators/words.ts';
import { lockReport, reportsOfEvent, type StoredReport, setEvent, setOperator } from './store.ts';
import { NOT_RECEIVED } from './words.ts';

export async function matchOperator(ctx: Context, id: string, operatorId: string | null): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockReport(tx.sql, id))) throw new Fault('not-found');
    if (operatorId !== null && !(await findOperator(tx.sql, operatorId)))
      throw invalidField('operatorId', NOT_LISTED);
    await setOperator(tx.sql, id, operatorId);
    record(tx, 'survey.report-matched', { body: { reportId: id, operatorId } });
  });
}

async function receivedOne(tx: Tx, id: string): Promise<StoredReport & { readonly eventId: string }> {
  const report = await lockReport(tx.sql, id);
  if (!report) throw new Fault('not-found');
  if (report.state !== 'received' || report.eventId === null)
    throw new Fault('conflict', { detail: NOT_RECEIVED });
  return { ...report, eventId: report.eventId };
}

const isReceived = ({ state }: StoredReport): boolean => state === 'received';

/** Of those an event is left with the earliest leads from now on: one that was withdrawn only where no other is left. */
export async function leadAnew(tx: Tx, eventId: string, left: readonly StoredReport[]): Promise<void> {
  const [next] = left.toSorted(
    (a, b) => Number(isReceived(b)) - Number(isReceived(a)) || (a.number ?? 0) - (b.number ?? 0),
  );
  if (!next) return;
  await setEvent(tx.sql, next.id, eventId, 'primary', tx.ctx.now);
  record(tx, 'survey.report-led', { body: { reportId: next.id, eventId } });
}

/**
 * Says that a report tells of an event another one leads; null takes it out again, into an event of its own. Where it led
 * others, the earliest of them leads from now on.
 */
export async function joinEvent(
  ctx: Context,
  id: string,
  wanted: string | null,
): Promise<{ eventId: string }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const report = await receivedOne(tx, id);
    if (wanted === report.eventId) return { eventId: wanted };
    const eventId = wanted ?? ctx.newId();
    if (wanted !== null && !(await reportsOfEvent(tx.sql, wanted)).some(isReceived))
      throw invalidField('eventId', NOT_LISTED);
    const left = (await reportsOfEvent(tx.sql, report.eventId)).filter((each) => each.id !== id);
    await setEvent(tx.sql, id, eventId, wanted === null ? 'primary' : 'supplement', ctx.now);
    if (report.place === 'primary') await leadAnew(tx, report.eventId, left);
    record(tx, 'survey.report-joined', { body: { reportId: id, eventId } });
    return { eventId };
  });
}

/** The report by which an event is counted and called. */
export async function leadEvent(ctx: Context, eventId: string, reportId: string): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    const all = await reportsOfEvent(tx.sql, eventId);
    if (all.length === 0) throw new Fault('not-found');
    const wanted = all.find(({ id }) => id === reportId);
    if (wanted?.state !== 'received') throw invalidField('reportId', NOT_LISTED);
    for (const each of all.filter(({ place }) => place === 'primary'))
      await setEvent(tx.sql, each.id, eventId, 'supplement', tx.ctx.now);
    await setEvent(tx.sql, reportId, eventId, 'primary', tx.ctx.now);
    record(tx, 'survey.report-led', { body: { reportId, eventId } });
  });
}
