import { serve } from '../../route.ts';
import { commentOwnReview, sendConsent, takeBackConsent } from './answer-own-review.ts';
import { contracts } from './contract.ts';
import { lookAtOwnReview, ownReviewsFor } from './look-at-own-reviews.ts';

export const routes = serve(contracts, {
  'GET /api/survey/own-reviews': async (ctx) => ({ reviews: await ownReviewsFor(ctx) }),
  'GET /api/survey/own-reviews/:id': (ctx, { params }) => lookAtOwnReview(ctx, params.id),
  'POST /api/survey/own-reviews/:id/comments': async (ctx, { params, body }) => {
    await commentOwnReview(ctx, params.id, body);
    return {};
  },
  'POST /api/survey/own-reviews/:id/consent': async (ctx, { params, body }) => {
    await sendConsent(ctx, params.id, body.seen);
    return {};
  },
  'POST /api/survey/own-reviews/:id/withdrawal': async (ctx, { params, body }) => {
    await takeBackConsent(ctx, params.id, body.reason);
    return {};
  },
});
