import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import {
  followPlan,
  holdPlan,
  type PlanInForce,
  plansInForce,
  plansReadable,
} from '../../prepare/plans/index.ts';
import type { Inputs } from '../../prepare/plans/schema.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import type { UnderPlan } from './schema.ts';
import { planOfIncident, setPlan } from './store.ts';

/** @returns false where the plan was taken out since it was looked at */
async function stamp(
  tx: Tx,
  incidentId: string,
  { key, version, plan }: PlanInForce,
  by: 'criteria' | 'hand',
): Promise<boolean> {
  if (!(await holdPlan(tx.sql, key))) return false;
  await setPlan(tx.sql, tx.ctx.orgId, incidentId, { key, version }, whenOf(tx.ctx).at);
  record(tx, 'incident.plan-chosen', { incidentId, body: { key, version, name: plan.name, by } });
  return true;
}

/** Stamps the first plan in force whose activation holds for what is known; none, where nothing is certain. */
export async function choosePlanWithin(tx: Tx, incidentId: string, inputs: Inputs): Promise<void> {
  const { plans, unreadable } = await plansReadable(tx.sql);
  for (const key of unreadable) record(tx, 'incident.plan-unreadable', { incidentId, body: { key } });
  const called = plans.find(({ plan }) => followPlan(plan, inputs).activates === 'yes');
  if (called) await stamp(tx, incidentId, called, 'criteria');
}

/**
 * Puts an incident under the version of a plan that is in force now; it keeps that version.
 * @throws Fault `conflict` when it is under another than the writer had seen
 */
export async function choosePlan(
  ctx: Context,
  incidentId: string,
  key: string,
  seen?: UnderPlan | null,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const under = await planOfIncident(tx.sql, incidentId);
    holdToSeen(seen, under ? { key: under.key, version: under.version } : null);
    const wanted = (await plansInForce(tx.sql)).find((each) => each.key === key);
    if (!wanted || !(await stamp(tx, incidentId, wanted, 'hand')))
      throw new Fault('invalid', {
        fields: [
          {
            field: 'plan',
            mend: { ja: 'この計画は公開されていません', en: 'This plan is not published' },
          },
        ],
      });
  });
}
