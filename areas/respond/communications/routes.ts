import { serve } from '../../route.ts';
import { answerInquiry, approveAnswer, logInquiry } from './answer-inquiry.ts';
import { contracts } from './contract.ts';
import { notifyIndividuals } from './notify-individuals.ts';
import { readDesk } from './read-desk.ts';
import { sendStatement } from './send-statement.ts';
import { liftWithheld, withhold } from './withhold.ts';
import { approveStatement, draftStatement, reviseStatement, withdrawStatement } from './write-statement.ts';

export const routes = serve(contracts, {
  'POST /api/respond/statements/:id/individuals': (ctx, { params, body }) =>
    notifyIndividuals(ctx, params.id, body),
  'GET /api/respond/incidents/:id/desk': (ctx, { params }) => readDesk(ctx, params.id),
  'POST /api/respond/incidents/:id/statements': (ctx, { params, body }) =>
    draftStatement(ctx, params.id, body),
  'PUT /api/respond/statements/:id': async (ctx, { params, body }) => {
    await reviseStatement(ctx, params.id, body);
    return {};
  },
  'DELETE /api/respond/statements/:id': async (ctx, { params }) => {
    await withdrawStatement(ctx, params.id);
    return {};
  },
  'POST /api/respond/statements/:id/approve': async (ctx, { params, body }) => {
    await approveStatement(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/statements/:id/send': async (ctx, { params, body }) => {
    await sendStatement(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/withheld': async (ctx, { params, body }) => {
    await withhold(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/withheld/:id/lift': (ctx, { params, body }) => liftWithheld(ctx, params.id, body.reason),
  'POST /api/respond/incidents/:id/inquiries': (ctx, { params, body }) => logInquiry(ctx, params.id, body),
  'POST /api/respond/inquiries/:id/answer': async (ctx, { params, body }) => {
    await answerInquiry(ctx, params.id, body.answer);
    return {};
  },
  'POST /api/respond/inquiries/:id/approve': async (ctx, { params, body }) => {
    await approveAnswer(ctx, params.id, body.answer);
    return {};
  },
});
