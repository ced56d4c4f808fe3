import type { Transaction } from 'kysely';
import { ZodError } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { holdKeys } from '../registers/acts.ts';
import { versionOf } from '../registers/index.ts';
import { PLANS } from './register.ts';
import type { Plan } from './schema.ts';
import { latestPublications, type Publication } from './store.ts';

export interface PlanInForce extends Publication {
  readonly plan: Plan;
}

/** Every plan as it was last published, and the keys of those this program cannot read: one must not hide the others. */
export async function plansReadable(
  trx: Transaction<Tables>,
): Promise<{ plans: PlanInForce[]; unreadable: string[] }> {
  const plans: PlanInForce[] = [];
  const unreadable: string[] = [];
  for (const publication of await latestPublications(trx)) {
    try {
      const plan = await versionOf(trx, PLANS, publication.key, publication.version);
      if (plan) plans.push({ ...publication, plan });
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      unreadable.push(publication.key);
    }
  }
  return { plans, unreadable };
}

/** Whether a plan is in the register still; if it is, it is not taken out before this transaction ends. */
export const holdPlan = async (trx: Transaction<Tables>, key: string): Promise<boolean> =>
  (await holdKeys(trx, PLANS.register, [key])).length > 0;

export const plansInForce = async (trx: Transaction<Tables>): Promise<PlanInForce[]> =>
  (await plansReadable(trx)).plans;
