import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { listErrata, lookAtPublication } from './look-at-publication.ts';
import { publishReport } from './publish-report.ts';
import { reportErratum } from './report-erratum.ts';
import { settleErratum } from './settle-erratum.ts';

export const routes = serve(contracts, {
  'GET /api/survey/cycles/:id/publication': (ctx, { params }) => lookAtPublication(ctx, params.id),
  'POST /api/survey/cycles/:id/publication': (ctx, { params, body }) => publishReport(ctx, params.id, body),
  'GET /api/survey/cycles/:id/errata': async (ctx, { params }) => ({
    errata: await listErrata(ctx, params.id),
  }),
  'POST /api/survey/cycles/:id/errata': (ctx, { params, body }) => reportErratum(ctx, params.id, body),
  'POST /api/survey/cycles/:id/errata/:erratumId/turns': async (ctx, { params, body }) => {
    await settleErratum(ctx, params.id, params.erratumId, body);
    return {};
  },
});
