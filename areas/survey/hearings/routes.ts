import { serve } from '../../route.ts';
import { answerComment, sendMinutes } from './confirm-minutes.ts';
import { contracts } from './contract.ts';
import { handOver, passOn, readMaterial } from './hand-over.ts';
import { hearingsFor, lookAtHearing } from './look-at-hearing.ts';
import { sendMinutesPackage } from './packages/send-minutes-package.ts';
import { cancelHearing, changeHearing, planHearing } from './plan-hearing.ts';
import { addQuestion, agreeCooperation, turnHearing } from './turn-hearing.ts';
import { changeLine, takeOutLine, writeLine } from './write-minutes.ts';

export const routes = serve(contracts, {
  'GET /api/survey/hearings': (ctx, { query }) => hearingsFor(ctx, query),
  'GET /api/survey/hearings/:id': (ctx, { params }) => lookAtHearing(ctx, params.id),
  'POST /api/survey/hearings': (ctx, { body }) => planHearing(ctx, body),
  'PUT /api/survey/hearings/:id': (ctx, { params, body }) => changeHearing(ctx, params.id, body),
  'POST /api/survey/hearings/:id/cancellation': async (ctx, { params, body }) => {
    await cancelHearing(ctx, params.id, body.reason);
    return {};
  },
  'POST /api/survey/hearings/:id/state': async (ctx, { params, body }) => {
    await turnHearing(ctx, params.id, body.turn);
    return {};
  },
  'POST /api/survey/hearings/:id/cooperation': async (ctx, { params, body }) => {
    await agreeCooperation(ctx, params.id, body);
    return {};
  },
  'POST /api/survey/hearings/:id/questions': (ctx, { params, body }) => addQuestion(ctx, params.id, body),
  'POST /api/survey/hearings/:id/lines': (ctx, { params, body }) => writeLine(ctx, params.id, body),
  'PUT /api/survey/hearings/:id/lines/:lineId': (ctx, { params, body }) =>
    changeLine(ctx, params.id, params.lineId, body),
  'POST /api/survey/hearings/:id/lines/:lineId/withdrawal': async (ctx, { params, body }) => {
    await takeOutLine(ctx, params.id, params.lineId, body);
    return {};
  },
  'POST /api/survey/hearings/:id/materials': (ctx, { params, body }) => handOver(ctx, params.id, body),
  'GET /api/survey/hearings/:id/materials/:materialId': (ctx, { params }) =>
    readMaterial(ctx, params.id, params.materialId),
  'POST /api/survey/hearings/:id/materials/:materialId/custody': async (ctx, { params, body }) => {
    await passOn(ctx, params.id, params.materialId, body);
    return {};
  },
  'POST /api/survey/hearings/:id/minutes-package': async (ctx, { params, body }) => {
    await sendMinutesPackage(ctx, params.id, body.peerId);
    return {};
  },
  'POST /api/survey/hearings/:id/minutes': (ctx, { params, body }) => sendMinutes(ctx, params.id, body),
  'POST /api/survey/hearings/:id/comments/:commentId/answer': async (ctx, { params, body }) => {
    await answerComment(ctx, params.id, params.commentId, body);
    return {};
  },
});
