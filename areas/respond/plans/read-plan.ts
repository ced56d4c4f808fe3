import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { followPlan, plansInForce } from '../../prepare/plans/index.ts';
import { PLANS } from '../../prepare/plans/register.ts';
import type { Plan } from '../../prepare/plans/schema.ts';
import { versionOf } from '../../prepare/registers/index.ts';
import { findIncident } from '../incidents/index.ts';
import { type incidentPlan, knownInputs } from './schema.ts';
import { estimatesOf, planOfIncident } from './store.ts';

/** The plan as it was when the incident came under it. */
export async function stampedPlan(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<{ plan: Plan; version: number; chosenAt: Temporal.Instant } | undefined> {
  const stamped = await planOfIncident(trx, incidentId);
  const plan = stamped && (await versionOf(trx, PLANS, stamped.key, stamped.version));
  return plan && { plan, version: stamped.version, chosenAt: stamped.chosenAt };
}

/** The plan of an incident with names, and what it says for what is known and what is estimated. */
export async function readPlan(ctx: Context, incidentId: string): Promise<z.input<typeof incidentPlan>> {
  permit(ctx, 'register.read');
  return reading(ctx, async (trx) => {
    const incident = await findIncident(trx, incidentId);
    if (!incident) throw new Fault('not-found');
    const estimates = await estimatesOf(trx, incidentId);
    const inputs = { ...estimates, ...knownInputs(incident) };
    const found = await stampedPlan(trx, incidentId);
    const published = await plansInForce(trx);
    const called = published.find(({ plan: each }) => followPlan(each, inputs).activates === 'yes');
    // The plan it is under may itself fit still; another is told of only when that one does not.
    const still = found && followPlan(found.plan, inputs).activates === 'yes';
    const fits =
      called && !still && called.key !== found?.plan.key ? { key: called.key, name: called.plan.name } : null;
    if (!found) return { plan: null, followed: null, fits, estimates };
    const { plan, version, chosenAt } = found;
    const inForce = published.find(({ key }) => key === plan.key);
    return {
      plan: {
        ...plan,
        version,
        chosenAt: chosenAt.toString(),
        newer: inForce && inForce.version !== version ? inForce.version : null,
        people: await namesOf(
          trx,
          plan.roles.flatMap(({ personId, deputyIds }) => [
            ...(personId === null ? [] : [personId]),
            ...deputyIds,
          ]),
        ),
      },
      followed: followPlan(plan, inputs),
      fits,
      estimates,
    };
  });
}
