import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { recordDecision } from './decide.ts';
import { draftBriefNow } from './draft-brief.ts';
import { readBrief } from './read-brief.ts';
import { readHeadquarters } from './read-headquarters.ts';
import { sendBrief } from './send-brief.ts';
import { endHeadquarters, moveHeadquarters, setUpHeadquarters } from './set-up.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/headquarters': (ctx, { params }) => readHeadquarters(ctx, params.id),
  'POST /api/respond/incidents/:id/headquarters': async (ctx, { params, body }) => {
    await setUpHeadquarters(ctx, params.id, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/headquarters': async (ctx, { params, body }) => {
    await moveHeadquarters(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/headquarters/end': async (ctx, { params, body }) => {
    await endHeadquarters(ctx, params.id, body.reason);
    return {};
  },
  'POST /api/respond/incidents/:id/decisions': async (ctx, { params, body }) => {
    await recordDecision(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/briefs': async (ctx, { params }) => {
    await draftBriefNow(ctx, params.id);
    return {};
  },
  'POST /api/respond/briefs/:id/send': async (ctx, { params, body }) => {
    await sendBrief(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/briefs/:id/read': async (ctx, { params }) => {
    await readBrief(ctx, params.id);
    return {};
  },
});
