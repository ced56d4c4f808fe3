import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer, setTimer } from '../../enqueue.ts';
import type { TimerBody } from '../../jobs.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { timesOf } from '../timeline/rules.ts';
import type { TimeName } from '../timeline/schema.ts';
import { formOf } from './forms/read-form.ts';
import { clocksOf, remindAt } from './rules.ts';
import { type ReportOpened, reportOpened } from './schema.ts';
import {
  freezeForm,
  insertReport,
  lockReport,
  markNotNeeded,
  markReminded,
  markSubmitted,
  reportsOf,
  restart,
} from './store.ts';
import { REGIMES } from './words.ts';

/** Starts the clocks of a regime, from the fact its rule names, as the record has it (recognised, not noticed). */
export async function openReports(ctx: Context, incidentId: string, given: ReportOpened): Promise<void> {
  permit(ctx, 'room.write');
  const { regime, startsAt: stated, wrongful } = reportOpened.parse(given);
  await inTransaction(ctx, async (tx) => {
    await lockIncident(tx.sql, incidentId);
    if (!(await findIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const { startFact, name } = REGIMES[regime];
    const known = timesOf(await linesOfIncident(tx.sql, incidentId))[startFact]?.at;
    const startsAt = stated === null ? known : Temporal.Instant.from(stated);
    if (!startsAt)
      throw invalidField('startsAt', {
        ja: '起算となる時刻がまだ記録されていません。時刻を入れてください',
        en: 'The time its clock starts from is not on record yet; give it',
      });
    if (Temporal.Instant.compare(startsAt, ctx.now) > 0)
      throw invalidField('startsAt', { ja: '未来の時刻です', en: 'That is in the future' });
    let opened = 0;
    for (const { stage, dueAt } of clocksOf(regime, startsAt, wrongful)) {
      const id = ctx.newId();
      const made = {
        id,
        incidentId,
        regime,
        recipient: name[ctx.language],
        stage,
        startFact,
        startsAt,
        dueAt,
      };
      if (!(await insertReport(tx.sql, ctx.orgId, made))) continue;
      opened++;
      if (dueAt) setTimer(tx, 'remind-report', id, { reportId: id }, { at: remindAt(startsAt, dueAt) });
      const body = { reportId: id, regime, stage, startFact, dueAt: dueAt?.toString() ?? null };
      record(tx, 'report.opened', { incidentId, body });
    }
    if (opened === 0)
      throw new Fault('conflict', {
        detail: { ja: 'この報告の期限はすでに動いています', en: 'These clocks run already' },
      });
  });
}

/** Says that a report went out, with its exact text and the receipt. */
export async function submitReport(
  ctx: Context,
  id: string,
  sent: { readonly text: string; readonly receipt: string },
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state === 'submitted')
      throw new Fault('conflict', { detail: { ja: '提出済みです', en: 'It was submitted already' } });
    const { form, fields } = await formOf(ctx, tx.sql, id, ctx.language);
    await freezeForm(tx.sql, id, form, Object.fromEntries(fields.map(({ key, value }) => [key, value])));
    await markSubmitted(tx.sql, id, sent, ctx.now);
    await cancelTimer(tx, 'remind-report', id);
    record(tx, 'report.submitted', {
      incidentId: report.incidentId,
      body: { reportId: id, regime: report.regime, stage: report.stage, receipt: sent.receipt },
    });
  });
}

/** Says that a report is not owed after all, and why. */
export async function dropReport(ctx: Context, id: string, reason: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'due') throw new Fault('conflict');
    await markNotNeeded(tx.sql, id, reason);
    await cancelTimer(tx, 'remind-report', id);
    record(tx, 'report.not-needed', {
      incidentId: report.incidentId,
      body: { reportId: id, regime: report.regime, stage: report.stage, reason },
    });
  });
}

/** Timer: a time was stated anew; every clock that runs from it runs from what is known now, as long as it had. */
export async function recountReports(tx: Tx, { incidentId }: TimerBody<'recount-reports'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const times = timesOf(await linesOfIncident(tx.sql, incidentId));
  for (const { id, regime, stage, startFact, startsAt, dueAt, state } of await reportsOf(
    tx.sql,
    incidentId,
  )) {
    const now = times[startFact as TimeName];
    if (state !== 'due' || !now?.stated || now.at.equals(startsAt)) continue;
    const moved = dueAt && now.at.add({ milliseconds: dueAt.epochMilliseconds - startsAt.epochMilliseconds });
    await restart(tx.sql, id, { startsAt: now.at, dueAt: moved });
    if (moved) setTimer(tx, 'remind-report', id, { reportId: id }, { at: remindAt(now.at, moved) });
    const body = { reportId: id, regime, stage, startFact, dueAt: moved?.toString() ?? null };
    record(tx, 'report.opened', { incidentId, body });
  }
}

/** Timer: a report is due soon and has not gone out. */
export async function remindReport(tx: Tx, { reportId }: TimerBody<'remind-report'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const report = await lockReport(tx.sql, reportId);
  if (report?.state !== 'due' || !report.dueAt) return;
  await markReminded(tx.sql, reportId, tx.ctx.now);
  record(tx, 'report.due-soon', {
    incidentId: report.incidentId,
    body: { reportId, regime: report.regime, stage: report.stage, dueAt: report.dueAt.toString() },
  });
}
