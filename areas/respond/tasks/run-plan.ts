import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { lockIncident } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { openWithin } from './open-task.ts';
import { stepsToRun } from './rules.ts';
import { tasksOf } from './store.ts';

/** Runs the incident's plan: every step that is not a task yet becomes one, with its role, time and consequence. */
export async function runPlan(ctx: Context, incidentId: string): Promise<{ opened: number }> {
  permit(ctx, 'incident.command');
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
    if (!plan)
      throw new Fault('conflict', {
        detail: { ja: '先に対応計画を選んでください', en: 'Choose a plan for this incident first' },
      });
    const running = new Set((await tasksOf(tx.sql, incidentId)).flatMap(({ step }) => step ?? []));
    const steps = stepsToRun(plan, running);
    for (const { step, position } of steps) {
      const planned = plan.roles.find(({ key }) => key === step.role);
      await openWithin(tx, incidentId, {
        title: step.text,
        role: step.role,
        personId: planned?.personId ?? null,
        minutes: step.limitMinutes || null,
        onTimeout: step.onTimeout,
        step: position,
      });
    }
    return { opened: steps.length };
  });
}
