import { serve } from '../../route.ts';
import { assignRole } from './assign-role.ts';
import { contracts } from './contract.ts';
import { attend, offerRole, takeRole } from './hand-over-role.ts';
import { readRoles } from './read-roles.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/roles': (ctx, { params }) => readRoles(ctx, params.id),
  'PUT /api/respond/incidents/:id/roles': async (ctx, { params, body }) => {
    await assignRole(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/roles/offer': async (ctx, { params, body }) => {
    await offerRole(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/roles/take': async (ctx, { params, body }) => {
    await takeRole(ctx, params.id, body.role);
    return {};
  },
  'POST /api/respond/incidents/:id/roles/attend': async (ctx, { params, body }) => {
    await attend(ctx, params.id, body.role);
    return {};
  },
});
