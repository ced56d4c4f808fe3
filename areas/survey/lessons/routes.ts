import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { lookAtLessonCounts } from './look-at-lessons.ts';
import { sendLessons } from './send-lessons.ts';

export const routes = serve(contracts, {
  'GET /api/survey/publications/:id/lessons': (ctx, { params }) => lookAtLessonCounts(ctx, params.id),
  'POST /api/survey/publications/:id/lessons': (ctx, { params, body }) => sendLessons(ctx, params.id, body),
});
