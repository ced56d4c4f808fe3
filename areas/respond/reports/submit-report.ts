import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { withheldOf } from '../communications/index.ts';
import { withheldIn } from '../communications/rules.ts';
import { withheldFault } from '../communications/withheld-fault.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { formOf } from './forms/read-form.ts';
import { clocksOf } from './rules.ts';
import { reclock } from './run-clock.ts';
import { freezeForm, lockReport, markSubmitted, reportsOf } from './store.ts';
import { REGIMES, SUBMITTED } from './words.ts';

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
    const { incidentId, regime, stage } = report;
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
      body: { reportId: id, regime, stage, receipt: sent.receipt },
    });
    const rule = REGIMES[regime].dues.find((due) => 'monthsAfter' in due && due.monthsAfter.stage === stage);
    const next =
      rule && report.number === 1
        ? (await reportsOf(tx.sql, incidentId)).find(
            (each) => each.regime === regime && each.stage === rule.stage && each.state === 'due',
          )
        : undefined;
    const dueAt =
      next &&
      clocksOf(regime, next.startsAt, false, { [stage]: whenOf(ctx).at }).find((c) => c.stage === next.stage)
        ?.dueAt;
    if (next && dueAt && next.clock !== 'authority')
      await reclock(tx, next, { startsAt: next.startsAt, dueAt, clock: 'submission' });
  });
}
