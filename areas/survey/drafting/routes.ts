import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { draftEvent, lookAtDraft } from './draft-event.ts';

export const routes = serve(contracts, {
  'GET /api/survey/events/:id/draft': (ctx, { params }) => lookAtDraft(ctx, params.id),
  'POST /api/survey/events/:id/draft': (ctx, { params }) => draftEvent(ctx, params.id),
});
