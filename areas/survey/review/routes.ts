import { serve } from '../../route.ts';
import { answerReviewComment } from './answer-review.ts';
import { askReview, endReview, remindReview } from './ask-review.ts';
import { contracts } from './contract.ts';
import { allReviews, reviewsFor } from './look-at-reviews.ts';
import { withdrawTold } from './withdraw-consent.ts';

export const routes = serve(contracts, {
  'GET /api/survey/reviews': async (ctx) => ({ reviews: await allReviews(ctx) }),
  'GET /api/survey/cases/:id/reviews': (ctx, { params }) => reviewsFor(ctx, params.id),
  'POST /api/survey/cases/:id/reviews': (ctx, { params, body }) => askReview(ctx, params.id, body),
  'POST /api/survey/reviews/:id/reminder': async (ctx, { params }) => {
    await remindReview(ctx, params.id);
    return {};
  },
  'POST /api/survey/reviews/:id/end': async (ctx, { params }) => {
    await endReview(ctx, params.id);
    return {};
  },
  'POST /api/survey/review-comments/:id/answer': async (ctx, { params, body }) => {
    await answerReviewComment(ctx, params.id, body);
    return {};
  },
  'POST /api/survey/reviews/:id/withdrawal': async (ctx, { params, body }) => {
    await withdrawTold(ctx, params.id, body);
    return {};
  },
});
