import { serve } from '../../route.ts';
import { answerMinutes } from './answer-minutes.ts';
import { contracts } from './contract.ts';
import { lookAtOwnMinutes, ownMinutesFor } from './look-at-own-minutes.ts';

export const routes = serve(contracts, {
  'GET /api/survey/own-minutes': async (ctx) => ({ minutes: await ownMinutesFor(ctx) }),
  'GET /api/survey/own-minutes/:id': (ctx, { params }) => lookAtOwnMinutes(ctx, params.id),
  'POST /api/survey/own-minutes/:id/answer': async (ctx, { params, body }) => {
    await answerMinutes(ctx, params.id, body);
    return {};
  },
});
