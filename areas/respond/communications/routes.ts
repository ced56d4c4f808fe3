import { z } from 'zod';
import { route } from '../../route.ts';
import { answerInquiry, approveAnswer, logInquiry } from './answer-inquiry.ts';
import { notifyIndividuals } from './notify-individuals.ts';
import { readDesk } from './read-desk.ts';
import {
  deskView,
  individualsWanted,
  inquiryAnswered,
  LARGEST_LIST_BYTES,
  newInquiry,
  newStatement,
  newWithheld,
  statementRead,
  statementRevised,
  statementSent,
} from './schema.ts';
import { sendStatement } from './send-statement.ts';
import { liftWithheld, withhold } from './withhold.ts';
import { approveStatement, draftStatement, reviseStatement, withdrawStatement } from './write-statement.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'POST /api/respond/statements/:id/individuals',
    command: 'respond statements notify',
    permission: 'statement.write',
    summary: {
      ja: '発表した文面を、影響を受けた人へ個別に送る',
      en: 'Send a published text to each person affected',
    },
    params: one,
    body: individualsWanted,
    largestBody: LARGEST_LIST_BYTES,
    reply: z.object({ sent: z.number(), again: z.number(), already: z.number() }),
    handle: (ctx, { params, body }) => notifyIndividuals(ctx, params.id, body),
  }),
  route({
    key: 'GET /api/respond/incidents/:id/desk',
    command: 'respond desk get',
    permission: 'room.read',
    summary: { ja: '広報・問い合わせの机', en: 'The communications desk of an incident' },
    params: one,
    reply: deskView,
    handle: (ctx, { params }) => readDesk(ctx, params.id),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/statements',
    command: 'respond statements draft',
    permission: 'statement.write',
    summary: { ja: '発表文を下書きする', en: 'Draft a statement for one audience' },
    params: one,
    body: newStatement,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { params, body }) => draftStatement(ctx, params.id, body),
  }),
  route({
    key: 'PUT /api/respond/statements/:id',
    command: 'respond statements revise',
    permission: 'statement.write',
    summary: { ja: '発表文を直す（承認は取り消される）', en: 'Change a draft; approvals no longer count' },
    params: one,
    body: statementRevised,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await reviseStatement(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/respond/statements/:id',
    command: 'respond statements withdraw',
    permission: 'statement.write',
    summary: { ja: '発表文の案を取り下げる', en: 'Withdraw a draft' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await withdrawStatement(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/statements/:id/approve',
    command: 'respond statements approve',
    permission: 'statement.approve',
    summary: { ja: '読んだ文面をそのまま承認する', en: 'Approve the exact text that was read' },
    params: one,
    body: statementRead,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await approveStatement(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/statements/:id/send',
    command: 'respond statements send',
    permission: 'statement.write',
    summary: { ja: '発表する', en: 'Send a statement' },
    params: one,
    body: statementSent,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await sendStatement(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/withheld',
    command: 'respond withheld add',
    permission: 'statement.approve',
    summary: { ja: '相手ごとに公表しない事項を決める', en: 'Withhold something from an audience' },
    params: one,
    body: newWithheld,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await withhold(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/respond/withheld/:id',
    command: 'respond withheld lift',
    permission: 'statement.approve',
    summary: { ja: '公表してよいことにする', en: 'Let it be told after all' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await liftWithheld(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/inquiries',
    command: 'respond inquiries log',
    permission: 'room.write',
    summary: { ja: '問い合わせを記録する', en: 'Log an inquiry' },
    params: one,
    body: newInquiry,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { params, body }) => logInquiry(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/inquiries/:id/answer',
    command: 'respond inquiries answer',
    permission: 'statement.write',
    summary: { ja: '問い合わせに答える', en: 'Answer an inquiry' },
    params: one,
    body: inquiryAnswered,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await answerInquiry(ctx, params.id, body.answer);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/inquiries/:id/approve',
    command: 'respond inquiries approve',
    permission: 'statement.approve',
    summary: { ja: '問い合わせへの回答を承認する', en: 'Approve the answer to an inquiry' },
    params: one,
    body: inquiryAnswered,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await approveAnswer(ctx, params.id, body.answer);
      return {};
    },
  }),
] as const;
