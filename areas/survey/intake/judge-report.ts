import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { tellOrigin } from './packages/tell-origin.ts';
import { leadAnew } from './place-report.ts';
import { needsReason } from './rules.ts';
import type { VerdictGiven } from './schema.ts';
import { lockReport, reportsOfEvent, setEvent, setVerdict, setWithdrawn } from './store.ts';
import { NOT_RECEIVED, REASON_NEEDED } from './words.ts';

/** What the secretariat found of the newest version; each verdict is kept with its time. */
export async function judgeReport(
  ctx: Context,
  id: string,
  { verdict, reason, seen }: VerdictGiven,
): Promise<void> {
  permit(ctx, 'survey.intake');
  if (needsReason(verdict) && reason === '') throw invalidField('reason', REASON_NEEDED);
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'received') throw new Fault('conflict', { detail: NOT_RECEIVED });
    if (report.version !== seen) throw new Fault('conflict');
    const given = { reportId: id, version: seen, verdict, reason };
    await setVerdict(tx.sql, ctx.orgId, { id: ctx.newId(), ...given, by: byOf(ctx.actor), at: ctx.now });
    await tellOrigin(tx, id, 'verdict', { number: report.number, version: seen, verdict, reason });
    record(tx, 'survey.report-judged', { body: given });
  });
}

/**
 * A report that was withdrawn keeps its number and its versions, and is counted nowhere. Its event is still told of by those
 * that add to it, so one of them leads from now on.
 */
export async function withdrawReport(ctx: Context, id: string, reason: string): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'received') throw new Fault('conflict', { detail: NOT_RECEIVED });
    await setWithdrawn(tx.sql, id, reason, ctx.now);
    await tellOrigin(tx, id, 'withdrawal', { number: report.number, reason });
    const others = report.eventId === null ? [] : await reportsOfEvent(tx.sql, report.eventId);
    const left = others.filter((each) => each.id !== id && each.state === 'received');
    if (report.eventId !== null && report.place === 'primary' && left.length > 0) {
      await setEvent(tx.sql, id, report.eventId, 'supplement', ctx.now);
      await leadAnew(tx, report.eventId, left);
    }
    record(tx, 'survey.report-withdrawn', { body: { reportId: id, reason } });
  });
}
