import { serve } from '../../route.ts';
import { assignRater, removeRater } from './assign-rater.ts';
import { contracts } from './contract.ts';
import { eventsOfIntake } from './events-of-intake.ts';
import { finishSheet, reopenSheet } from './finish-sheet.ts';
import { keepPicks } from './keep-picks.ts';
import { listCandidates } from './list-candidates.ts';
import { lookAtSelection } from './look-at-selection.ts';
import { lookAtCandidates, lookAtOwnSheet, lookAtRaters, lookAtRatings } from './look-at-sheets.ts';
import { rateCandidate } from './rate-candidate.ts';
import { readRated } from './read-rated.ts';
import { reopenSelection, signSelection } from './sign-selection.ts';
import { startRating } from './start-rating.ts';

export const routes = serve(contracts, {
  'GET /api/survey/cycles/:id/candidates': (ctx, { params, query }) =>
    lookAtCandidates(ctx, params.id, query),
  'POST /api/survey/cycles/:id/candidates': (ctx, { params }) =>
    listCandidates(ctx, params.id, eventsOfIntake),
  'GET /api/survey/cycles/:id/candidates/:eventId/ratings': async (ctx, { params }) => ({
    ratings: await lookAtRatings(ctx, params.id, params.eventId),
  }),
  'GET /api/survey/cycles/:id/candidates/:eventId/report': (ctx, { params }) =>
    readRated(ctx, params.id, params.eventId),
  'GET /api/survey/cycles/:id/raters': async (ctx, { params }) => ({
    raters: await lookAtRaters(ctx, params.id),
  }),
  'POST /api/survey/cycles/:id/raters': async (ctx, { params, body }) => {
    await assignRater(ctx, params.id, body.personId);
    return {};
  },
  'DELETE /api/survey/cycles/:id/raters/:raterId': async (ctx, { params }) => {
    await removeRater(ctx, params.id, params.raterId);
    return {};
  },
  'POST /api/survey/cycles/:id/raters/:raterId/unlocking': async (ctx, { params, body }) => {
    await reopenSheet(ctx, params.id, params.raterId, body.reason);
    return {};
  },
  'POST /api/survey/cycles/:id/rating': async (ctx, { params }) => {
    await startRating(ctx, params.id);
    return {};
  },
  'GET /api/survey/cycles/:id/sheet': (ctx, { params }) => lookAtOwnSheet(ctx, params.id),
  'PUT /api/survey/cycles/:id/sheet/:eventId': async (ctx, { params, body }) => {
    await rateCandidate(ctx, params.id, params.eventId, body);
    return {};
  },
  'POST /api/survey/cycles/:id/sheet/locking': async (ctx, { params }) => {
    await finishSheet(ctx, params.id);
    return {};
  },
  'GET /api/survey/cycles/:id/selection': (ctx, { params }) => lookAtSelection(ctx, params.id),
  'PUT /api/survey/cycles/:id/selection': (ctx, { params, body }) => keepPicks(ctx, params.id, body),
  'POST /api/survey/cycles/:id/selection/signature': (ctx, { params }) => signSelection(ctx, params.id),
  'POST /api/survey/cycles/:id/selection/reopening': async (ctx, { params, body }) => {
    await reopenSelection(ctx, params.id, body.reason);
    return {};
  },
});
