import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { lockRunning } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { holderOf, openWithin } from './open-task.ts';
import { stepsToRun } from './rules.ts';
import { LONGEST_TITLE } from './schema.ts';
import { tasksOf } from './store.ts';
import { tellOfMany } from './tell-about-task.ts';

/** Runs the incident's plan: every step that is not a task yet becomes one, with its role, time and consequence. */
export async function runPlan(ctx: Context, incidentId: string): Promise<{ opened: number }> {
  permit(ctx, 'incident.command');
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
    if (!plan)
      throw new Fault('conflict', {
        detail: { ja: '先に対応計画を選択してください', en: 'Choose a plan for this incident first' },
      });
    const running = (await tasksOf(tx.sql, incidentId)).filter(({ planKey }) => planKey === plan.key);
    const steps = stepsToRun(plan, new Set(running.flatMap(({ step }) => step ?? [])));
    const opened: string[] = [];
    for (const { step, position } of steps)
      opened.push(
        await openWithin(tx, incidentId, {
          title: shorten(step.text, LONGEST_TITLE),
          role: step.role,
          // Nobody for the role: whoever holds the one that stands in.
          personId:
            (await holderOf(tx, incidentId, step.role)) ??
            (step.deputy ? await holderOf(tx, incidentId, step.deputy) : null),
          minutes: step.limitMinutes || null,
          onTimeout: step.onTimeout,
          of: { planKey: plan.key, step: position },
          quietly: true,
        }),
      );
    await tellOfMany(tx, incidentId, opened);
    return { opened: steps.length };
  });
}
