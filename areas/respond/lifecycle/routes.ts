import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { declareIncident } from './declare-incident.ts';
import { readLeftOpen } from './left-open.ts';
import { linkIncident, unlinkIncident } from './link-incident.ts';
import { mergeIncident } from './merge-incident.ts';
import { restrictIncident } from './restrict-incident.ts';
import { stateTime } from './state-time.ts';
import { closeIncident, turnIncident } from './turn-incident.ts';

export const routes = serve(contracts, {
  'POST /api/respond/incidents': (ctx, { body }) => declareIncident(ctx, body),
  'GET /api/respond/incidents/:id/left-open': (ctx, { params }) => readLeftOpen(ctx, params.id),
  'POST /api/respond/incidents/:id/resolve': async (ctx, { params, body }) => {
    await turnIncident(ctx, params.id, 'resolve', body);
    return {};
  },
  'POST /api/respond/incidents/:id/reopen': async (ctx, { params, body }) => {
    await turnIncident(ctx, params.id, 'reopen', body);
    return {};
  },
  'POST /api/respond/incidents/:id/close': async (ctx, { params, body }) => {
    await closeIncident(ctx, params.id, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/restriction': async (ctx, { params, body }) => {
    await restrictIncident(ctx, params.id, body.restricted, body.seen);
    return {};
  },
  'POST /api/respond/incidents/:id/links': async (ctx, { params, body }) => {
    await linkIncident(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/merge': async (ctx, { params, body }) => {
    await mergeIncident(ctx, params.id, body.intoId);
    return {};
  },
  'DELETE /api/respond/incidents/:id/links/:otherId': async (ctx, { params }) => {
    await unlinkIncident(ctx, params.id, params.otherId);
    return {};
  },
  'POST /api/respond/incidents/:id/times': async (ctx, { params, body }) => {
    await stateTime(ctx, params.id, body);
    return {};
  },
});
