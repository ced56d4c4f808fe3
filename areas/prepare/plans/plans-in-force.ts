import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { versionOf } from '../registers/index.ts';
import type { Plan } from './schema.ts';
import { latestPublications, type Publication } from './store.ts';

export interface PlanInForce extends Publication {
  readonly plan: Plan;
}

/** Every plan as it was last published. */
export async function plansInForce(trx: Transaction<Tables>): Promise<PlanInForce[]> {
  const found: PlanInForce[] = [];
  for (const publication of await latestPublications(trx)) {
    const plan = await versionOf(trx, 'plans', publication.key, publication.version);
    if (plan) found.push({ ...publication, plan });
  }
  return found;
}
