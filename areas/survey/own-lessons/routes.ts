import { serve } from '../../route.ts';
import { answerOwnLesson } from './answer-own-lesson.ts';
import { contracts } from './contract.ts';
import { lookAtOwnLessons, ownLessonsFor } from './look-at-own-lessons.ts';

export const routes = serve(contracts, {
  'GET /api/survey/own-lessons': async (ctx) => ({ published: await ownLessonsFor(ctx) }),
  'GET /api/survey/own-lessons/:id': (ctx, { params }) => lookAtOwnLessons(ctx, params.id),
  'POST /api/survey/own-lessons/:id/answers': (ctx, { params, body }) =>
    answerOwnLesson(ctx, params.id, body),
});
