import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { answerQuestion, askQuestion, dropQuestion } from './ask-question.ts';
import { contracts } from './contract.ts';
import { draftReport, saveReportDraft, submitReport } from './draft-report.ts';
import { findAlike } from './find-alike.ts';
import { judgeReport, withdrawReport } from './judge-report.ts';
import { listReports } from './listing/index.ts';
import { lookAtReport, lookAtVersion } from './look-at-report.ts';
import { joinEvent, leadEvent, matchOperator } from './place-report.ts';
import { readingsOf } from './reading/index.ts';
import { silentSince } from './store.ts';
import { openOf } from './thread/index.ts';

export const routes = serve(contracts, {
  'GET /api/survey/reports': async (ctx, { query }) => {
    permit(ctx, 'survey.intake');
    return reading(ctx, async (trx) => {
      const { reports, next } = await listReports(trx, query, ctx.now);
      const open = await openOf(
        trx,
        reports.map(({ id }) => id),
      );
      return { reports: reports.map((each) => ({ ...each, openQuestions: open.get(each.id) ?? 0 })), next };
    });
  },
  'GET /api/survey/reports/:id': (ctx, { params }) => lookAtReport(ctx, params.id),
  'GET /api/survey/reports/:id/versions/:version': async (ctx, { params }) => ({
    content: await lookAtVersion(ctx, params.id, params.version),
  }),
  'GET /api/survey/reports/:id/readings': async (ctx, { params }) => {
    permit(ctx, 'survey.intake');
    const rows = await reading(ctx, (trx) => readingsOf(trx, params.id));
    return { readings: rows.map(({ at, ...rest }) => ({ ...rest, at: at.toString() })) };
  },
  'GET /api/survey/reports/:id/suggestions': async (ctx, { params }) => ({
    suggestions: await findAlike(ctx, params.id),
  }),
  'GET /api/survey/silent-operators': async (ctx, { query: { months } }) => {
    permit(ctx, 'survey.intake');
    const since = ctx.now.toZonedDateTimeISO('UTC').subtract({ months }).toInstant();
    const rows = await reading(ctx, (trx) => silentSince(trx, since));
    return {
      operators: rows.map(({ lastAt, ...rest }) => ({ ...rest, lastAt: lastAt?.toString() ?? null })),
    };
  },
  'POST /api/survey/reports': (ctx, { body }) => draftReport(ctx, body),
  'PUT /api/survey/reports/:id/draft': (ctx, { params, body }) => saveReportDraft(ctx, params.id, body),
  'POST /api/survey/reports/:id/submission': (ctx, { params, body }) => submitReport(ctx, params.id, body),
  'POST /api/survey/reports/:id/verdict': async (ctx, { params, body }) => {
    await judgeReport(ctx, params.id, body);
    return {};
  },
  'POST /api/survey/reports/:id/withdrawal': async (ctx, { params, body }) => {
    await withdrawReport(ctx, params.id, body.reason);
    return {};
  },
  'POST /api/survey/reports/:id/operator': async (ctx, { params, body }) => {
    await matchOperator(ctx, params.id, body.operatorId);
    return {};
  },
  'POST /api/survey/reports/:id/event': (ctx, { params, body }) => joinEvent(ctx, params.id, body.eventId),
  'POST /api/survey/reports/:id/questions': (ctx, { params, body }) => askQuestion(ctx, params.id, body),
  'POST /api/survey/questions/:id/answer': async (ctx, { params, body }) => {
    await answerQuestion(ctx, params.id, body);
    return {};
  },
  'POST /api/survey/questions/:id/drop': async (ctx, { params }) => {
    await dropQuestion(ctx, params.id);
    return {};
  },
  'POST /api/survey/events/:id/primary': async (ctx, { params, body }) => {
    await leadEvent(ctx, params.id, body.reportId);
    return {};
  },
});
