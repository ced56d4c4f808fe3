import { serve } from '../../../route.ts';
import { applyRegisters, readPlan } from './apply-registers.ts';
import { contracts } from './contract.ts';
import { exportRegisters } from './export-registers.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/code': async (ctx) => ({ yaml: await exportRegisters(ctx) }),
  'POST /api/prepare/code/plan': (ctx, { body: { yaml } }) => readPlan(ctx, yaml),
  'POST /api/prepare/code/apply': async (ctx, { body: { yaml, version } }) => ({
    plan: await applyRegisters(ctx, yaml, version),
  }),
});
