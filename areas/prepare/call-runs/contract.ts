import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { callLogged, runFilter, runView, runWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/call-runs': {
    command: 'prepare call-runs list',
    permission: 'register.read',
    summary: { ja: '電話連絡の記録（新しい順に20件）', en: 'Call runs, the newest twenty' },
    query: runFilter,
    reply: z.object({ runs: z.array(runView) }),
  },
  'POST /api/prepare/call-runs': {
    command: 'prepare call-runs begin',
    permission: 'incident.declare',
    summary: { ja: '連絡網の電話をかけ始める', en: 'Begin to go through the call tree by telephone' },
    body: runWanted,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/prepare/call-runs/:id/call': {
    command: 'prepare call-runs log',
    permission: 'incident.declare',
    summary: { ja: '一件の電話の結果を記録する', en: 'Log how one call went' },
    params: byId,
    body: callLogged,
    reply: done,
  },
  'POST /api/prepare/call-runs/:id/end': {
    command: 'prepare call-runs end',
    permission: 'incident.declare',
    summary: { ja: '電話連絡を終える', en: 'End a call run' },
    params: byId,
    reply: done,
  },
});
