import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { withheldOf } from '../communications/index.ts';
import { withheldIn } from '../communications/rules.ts';
import { withheldFault } from '../communications/withheld-fault.ts';
import { regimeOf } from '../regimes/index.ts';
import { clocksOf } from '../regimes/rules.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { formOf } from './forms/read-form.ts';
import { inLine } from './in-line.ts';
import { momentsIn, sameTime, wentOf } from './rules.ts';
import { reclock } from './run-clock.ts';
import { freezeForm, lockReport, markSubmitted, reportsOf, type StoredReport } from './store.ts';
import { SUBMITTED } from './words.ts';

const STARTED = { ja: '報告の起算', en: 'the clock start' };

/** Says that a report went out, with its exact text and the receipt; what runs from then has its clock set anew. */
export async function submitReport(
  ctx: Context,
  id: string,
  sent: { readonly text: string; readonly receipt: string },
): Promise<void> {
  permit(ctx, 'report.submit');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state === 'submitted') throw new Fault('conflict', { detail: SUBMITTED });
    const { incidentId } = report;
    refuseBefore(ctx, { at: report.startsAt }, STARTED);
    const { form, fields } = await formOf(ctx, tx.sql, id, ctx.language);
    // What the authorities are not to be told yet is not told on a form either.
    const items = await withheldOf(tx.sql, incidentId);
    const text = [sent.text, ...fields.map(({ value }) => value)].join('\n');
    const stopped = withheldIn(text, 'authorities', items);
    if (stopped.length > 0)
      throw withheldFault(stopped, 'text', { ja: '当局に', en: ' from the authorities' });
    await freezeForm(tx.sql, id, form, Object.fromEntries(fields.map(({ key, value }) => [key, value])));
    await markSubmitted(tx.sql, id, sent, whenOf(ctx).at);
    await cancelTimer(tx, 'remind-report', id);
    await endMatter(tx, incidentId, matterOf.report(id));
    record(tx, 'report.submitted', {
      incidentId,
      body: { ...(await inLine(tx.sql, report)), receipt: sent.receipt },
    });
    if (report.number === 1) await countFromIt(tx, report);
  });
}

/** What runs from a report that went out is counted from then; by when an authority wants one stays as it said. */
async function countFromIt(tx: Tx, { incidentId, regime, edition }: StoredReport): Promise<void> {
  const document = await regimeOf(tx.sql, { regime, edition });
  const from = new Set(
    document.deadlines
      .filter(({ starts }) => starts === 'previous' || starts === 'notification')
      .map(({ stage }) => stage),
  );
  const running = (await reportsOf(tx.sql, incidentId)).filter((each) => each.regime === regime);
  const wrongful = running.some((each) => each.wrongful);
  for (const { stage, dueAt } of clocksOf(document, momentsIn(running), wrongful, wentOf(running))) {
    const next = running.find((each) => each.stage === stage && each.number === 1);
    if (!next || !from.has(stage) || next.clock === 'authority' || next.state !== 'due') continue;
    if (dueAt && !sameTime(next.dueAt, dueAt))
      await reclock(tx, next, { startsAt: next.startsAt, dueAt, clock: 'submission' });
  }
}
