import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { listRuns } from './list-runs.ts';
import { beginRun, finishRun, logCall } from './run-calls.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/call-runs': async (ctx, { query }) => ({ runs: await listRuns(ctx, query.incidentId) }),
  'POST /api/prepare/call-runs': (ctx, { body }) => beginRun(ctx, body),
  'PUT /api/prepare/call-runs/:id/call': async (ctx, { params, body }) => {
    await logCall(ctx, params.id, body);
    return {};
  },
  'POST /api/prepare/call-runs/:id/end': async (ctx, { params }) => {
    await finishRun(ctx, params.id);
    return {};
  },
});
