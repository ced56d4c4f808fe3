import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { decideWords, wordsFor } from './deciding/decide-words.ts';
import { approveDisclosure, decideDisclosure } from './disclosing/decide-disclosure.ts';
import { decideRow, linkageFor, notePublicFact } from './linkage/decide-row.ts';
import { logAttempt } from './linkage/log-attempt.ts';
import { entitiesFor, entityFileOf, takeEntityFile } from './listed/entity-file.ts';
import { fillEntities } from './listed/fill-entities.ts';
import { changeEntity, listEntity, unlistEntity } from './listed/list-entity.ts';
import { makeEdition } from './make-edition.ts';
import { editionsFor, lookAtEdition, lookAtPublicForm, readReplacements } from './read-edition.ts';

export const routes = serve(contracts, {
  'GET /api/survey/cases/:id/editions': (ctx, { params }) => editionsFor(ctx, params.id),
  'POST /api/survey/cases/:id/editions': (ctx, { params }) => makeEdition(ctx, params.id),
  'GET /api/survey/cases/:id/editions/:number': (ctx, { params }) =>
    lookAtEdition(ctx, params.id, params.number),
  'GET /api/survey/cases/:id/editions/:number/replacements': (ctx, { params }) =>
    readReplacements(ctx, params.id, params.number),
  'GET /api/survey/cases/:id/public-form': (ctx, { params }) => lookAtPublicForm(ctx, params.id),
  'GET /api/survey/cases/:id/entities': async (ctx, { params }) => ({
    entities: await entitiesFor(ctx, params.id),
  }),
  'POST /api/survey/cases/:id/entities': (ctx, { params, body }) => listEntity(ctx, params.id, body),
  'PUT /api/survey/cases/:id/entities/:entityId': (ctx, { params, body }) =>
    changeEntity(ctx, params.id, params.entityId, body),
  'POST /api/survey/cases/:id/entities/:entityId/removal': async (ctx, { params, body }) => {
    await unlistEntity(ctx, params.id, params.entityId, body.seen);
    return {};
  },
  'POST /api/survey/cases/:id/entities/filling': (ctx, { params }) => fillEntities(ctx, params.id),
  'GET /api/survey/cases/:id/entity-file': (ctx, { params }) => entityFileOf(ctx, params.id),
  'POST /api/survey/cases/:id/entity-file': (ctx, { params, body }) =>
    takeEntityFile(ctx, params.id, body.yaml),
  'GET /api/survey/cases/:id/words': (ctx, { params }) => wordsFor(ctx, params.id),
  'POST /api/survey/cases/:id/words': (ctx, { params, body }) => decideWords(ctx, params.id, body.decisions),
  'GET /api/survey/cases/:id/linkage': (ctx, { params }) => linkageFor(ctx, params.id),
  'POST /api/survey/cases/:id/linkage': (ctx, { params, body }) => decideRow(ctx, params.id, body),
  'POST /api/survey/cases/:id/public-facts': (ctx, { params, body }) => notePublicFact(ctx, params.id, body),
  'POST /api/survey/cases/:id/attempts': (ctx, { params, body }) => logAttempt(ctx, params.id, body),
  'POST /api/survey/cases/:id/disclosures': (ctx, { params, body }) => decideDisclosure(ctx, params.id, body),
  'POST /api/survey/cases/:id/disclosures/approval': (ctx, { params, body }) =>
    approveDisclosure(ctx, params.id, body),
});
