import { serve } from '../../route.ts';
import { choosePlan } from './choose-plan.ts';
import { contracts } from './contract.ts';
import { estimateIncident } from './estimate-incident.ts';
import { fillFromRecord } from './fill-from-record.ts';
import { readPlan } from './read-plan.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/plan': (ctx, { params }) => readPlan(ctx, params.id),
  'PUT /api/respond/incidents/:id/estimate': async (ctx, { params, body }) => {
    await estimateIncident(ctx, params.id, body.input, body.value, body.seen);
    return {};
  },
  'PUT /api/respond/incidents/:id/plan': async (ctx, { params, body }) => {
    await choosePlan(ctx, params.id, body.plan, body.seen);
    return {};
  },
  'POST /api/respond/incidents/:id/plan/fill': (ctx, { params, body }) =>
    fillFromRecord(ctx, params.id, body),
});
