import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { makeEdition } from './make-edition.ts';
import { editionsFor, lookAtEdition, readReplacements } from './read-edition.ts';

export const routes = serve(contracts, {
  'GET /api/survey/cases/:id/editions': (ctx, { params }) => editionsFor(ctx, params.id),
  'POST /api/survey/cases/:id/editions': (ctx, { params }) => makeEdition(ctx, params.id),
  'GET /api/survey/cases/:id/editions/:number': (ctx, { params }) =>
    lookAtEdition(ctx, params.id, params.number),
  'GET /api/survey/cases/:id/editions/:number/replacements': (ctx, { params }) =>
    readReplacements(ctx, params.id, params.number),
});
