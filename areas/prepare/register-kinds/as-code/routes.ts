import { serve } from '../../../route.ts';
import { applyRegisters, planRegisters } from './apply-registers.ts';
import { contracts } from './contract.ts';
import { exportRegisters } from './export-registers.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/code': async (ctx) => ({ yaml: await exportRegisters(ctx) }),
  'POST /api/prepare/code/plan': async (ctx, { body: { yaml } }) => ({
    plan: await planRegisters(ctx, yaml),
  }),
  'POST /api/prepare/code/apply': async (ctx, { body: { yaml } }) => ({
    plan: await applyRegisters(ctx, yaml),
  }),
});
