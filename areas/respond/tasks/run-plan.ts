import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { rosterHolder } from '../../prepare/calling/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import type { PlanRole } from '../../prepare/plans/schema.ts';
import { lockIncident } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { openWithin } from './open-task.ts';
import { stepsToRun } from './rules.ts';
import { LONGEST_TITLE } from './schema.ts';
import { tasksOf } from './store.ts';

/** Runs the incident's plan: every step that is not a task yet becomes one, with its role, time and consequence. */
export async function runPlan(ctx: Context, incidentId: string): Promise<{ opened: number }> {
  permit(ctx, 'incident.command');
  return inTransaction(ctx, async (tx) => {
    const incident = await lockIncident(tx.sql, incidentId);
    if (!incident) throw new Fault('not-found');
    if (incident.state === 'closed')
      throw new Fault('conflict', { detail: { ja: '終了済みです', en: 'The incident is closed' } });
    const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
    if (!plan)
      throw new Fault('conflict', {
        detail: { ja: '先に対応計画を選んでください', en: 'Choose a plan for this incident first' },
      });
    const running = (await tasksOf(tx.sql, incidentId)).filter(({ planKey }) => planKey === plan.key);
    const steps = stepsToRun(plan, new Set(running.flatMap(({ step }) => step ?? [])));
    const held = await rolesOf(tx.sql, incidentId);
    for (const { step, position } of steps) {
      const holder = held.find(({ role }) => role === step.role)?.personId;
      const planned = plan.roles.find(({ key }) => key === step.role);
      await openWithin(tx, incidentId, {
        title: shorten(step.text, LONGEST_TITLE),
        role: step.role,
        // Whoever holds the role tonight, before whoever was meant to.
        personId: holder ?? (planned ? await plannedHolder(tx, planned) : null),
        minutes: step.limitMinutes || null,
        onTimeout: step.onTimeout,
        of: { planKey: plan.key, step: position },
      });
    }
    return { opened: steps.length };
  });
}

/** Whom a plan names for a role: the person, else who is on by its roster, else a deputy; of these the first who is still here. */
export async function plannedHolder(
  tx: Tx,
  { personId, roster, deputyIds }: Pick<PlanRole, 'personId' | 'roster' | 'deputyIds'>,
): Promise<string | null> {
  const onDuty = roster === null ? undefined : await rosterHolder(tx.sql, tx.ctx.orgId, roster, tx.ctx.now);
  for (const id of [personId, onDuty, ...deputyIds]) if (id && (await findPerson(tx.sql, id))) return id;
  return null;
}
