import { z } from 'zod';
import { route } from '../../route.ts';
import { listRuns } from './list-runs.ts';
import { beginRun, finishRun, logCall } from './run-calls.ts';
import { callLogged, runFilter, runView, runWanted } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/prepare/call-runs',
    command: 'prepare call-runs list',
    permission: 'register.read',
    summary: { ja: '電話連絡の記録（新しい順に20件）', en: 'Call runs, the newest twenty' },
    query: runFilter,
    reply: z.object({ runs: z.array(runView) }),
    handle: async (ctx, { query }) => ({ runs: await listRuns(ctx, query.incidentId) }),
  }),
  route({
    key: 'POST /api/prepare/call-runs',
    command: 'prepare call-runs begin',
    permission: 'incident.declare',
    summary: { ja: '連絡網の電話をかけ始める', en: 'Begin to go through the call tree by telephone' },
    body: runWanted,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => beginRun(ctx, body),
  }),
  route({
    key: 'PUT /api/prepare/call-runs/:id/call',
    command: 'prepare call-runs log',
    permission: 'incident.declare',
    summary: { ja: '一件の電話の結果を記録する', en: 'Log how one call went' },
    params: one,
    body: callLogged,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await logCall(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/call-runs/:id/end',
    command: 'prepare call-runs end',
    permission: 'incident.declare',
    summary: { ja: '電話連絡を終える', en: 'End a call run' },
    params: one,
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await finishRun(ctx, params.id);
      return {};
    },
  }),
] as const;
