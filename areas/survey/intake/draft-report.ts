import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { ReportContent } from '../content/schema.ts';
import { findOperator } from '../operators/index.ts';
import { NOT_LISTED } from '../operators/words.ts';
import { receiveWithin } from './receive-report.ts';
import type { Door, NewDraft, SavedDraft, Submission } from './schema.ts';
import { contentOf, insertReport, lockReport, type StoredReport, saveDraft } from './store.ts';
import { NOT_RECEIVED } from './words.ts';

/** A draft in the caller's transaction; nothing of it is counted before it is received. */
export async function draftWithin(
  tx: Tx,
  {
    content,
    door,
    operatorId,
  }: { readonly content: ReportContent; readonly door: Door; readonly operatorId: string | null },
): Promise<string> {
  const { ctx } = tx;
  if (operatorId !== null && !(await findOperator(tx.sql, operatorId)))
    throw invalidField('operatorId', NOT_LISTED);
  const id = ctx.newId();
  await insertReport(tx.sql, ctx.orgId, { id, door, operatorId, content, at: ctx.now });
  record(tx, 'survey.report-drafted', { body: { reportId: id, door } });
  return id;
}

export async function draftReport(ctx: Context, draft: NewDraft): Promise<{ id: string }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => ({ id: await draftWithin(tx, draft) }));
}

/** @throws Fault `conflict` where it was withdrawn, or somebody saved since */
function refuseStale(report: StoredReport | undefined, seen: number): asserts report is StoredReport {
  if (!report) throw new Fault('not-found');
  if (report.state === 'withdrawn') throw new Fault('conflict', { detail: NOT_RECEIVED });
  if (report.draftSeen !== seen) throw new Fault('conflict');
}

/** Saves the draft of a locked report in the caller's transaction. @returns how often it was saved */
export async function saveWithin(
  tx: Tx,
  report: StoredReport,
  content: ReportContent,
  seen: number,
): Promise<number> {
  refuseStale(report, seen);
  const saved = await saveDraft(tx.sql, report, content, tx.ctx.now);
  record(tx, 'survey.draft-saved', { body: { reportId: report.id } });
  return saved;
}

export async function saveReportDraft(
  ctx: Context,
  id: string,
  { content, seen }: SavedDraft,
): Promise<{ seen: number }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    return { seen: await saveWithin(tx, report, content, seen) };
  });
}

/** Receives what was drafted; a final report may say the same as the version before. */
export async function submitReport(
  ctx: Context,
  id: string,
  { stage, seen, door, submittedAt, sender }: Submission,
): Promise<{ number: number; version: number }> {
  permit(ctx, 'survey.intake');
  const at = submittedAt ? notAhead(Temporal.Instant.from(submittedAt), ctx.now, 'submittedAt') : ctx.now;
  return inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    refuseStale(report, seen);
    const content = report.draft ?? (await contentOf(tx.sql, id, report.version));
    if (!content) throw new Fault('conflict');
    return receiveWithin(tx, report, { content, stage, door: door ?? report.door, sender, submittedAt: at });
  });
}
