import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { namesBehind } from '../contacts/index.ts';
import { checkPlan } from './check-plan.ts';
import { contracts } from './contract.ts';
import { followPlan } from './follow-plan.ts';
import { plansInForce } from './plans-in-force.ts';
import { publishPlan } from './publish-plan.ts';
import { startPlan } from './start-plan.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/plans': async (ctx) => {
    permit(ctx, 'register.read');
    return reading(ctx, async (trx) => {
      const plans = await plansInForce(trx);
      const names = await namesBehind(
        trx,
        plans.map(({ publishedBy }) => publishedBy),
        ctx.language,
      );
      return {
        plans: plans.map(({ plan, publishedAt, publishedBy, key, version }) => ({
          key,
          version,
          name: plan.name,
          situation: plan.situation,
          publishedAt: publishedAt.toString(),
          publishedBy: names[publishedBy] ?? publishedBy,
        })),
      };
    });
  },
  'POST /api/prepare/plans/check': (ctx, { body }) => checkPlan(ctx, body.entry),
  'POST /api/prepare/plans/start': (ctx, { body }) => startPlan(ctx, body.situation, body.language),
  'POST /api/prepare/plans/:plan/publish': async (ctx, { params, body }) => {
    await publishPlan(ctx, params.plan, body.version);
    return {};
  },
  'POST /api/prepare/plans/:plan/follow': async (ctx, { params, body }) => {
    permit(ctx, 'register.read');
    const plans = await reading(ctx, (trx) => plansInForce(trx));
    const found = plans.find(({ key }) => key === params.plan);
    if (!found) throw new Fault('not-found');
    return followPlan(found.plan, body.inputs);
  },
});
