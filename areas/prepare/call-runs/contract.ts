import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { callLogged, runFilter, runView, runWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/call-runs': {
    command: 'prepare call-runs list',
    permission: 'register.read',
    summary: { ja: '電話連絡の記録（新しい順に20件）', en: 'Phone call logs, newest 20' },
    query: runFilter,
    reply: z.object({ runs: z.array(runView) }),
  },
  'POST /api/prepare/call-runs': {
    command: 'prepare call-runs begin',
    permission: 'incident.declare',
    summary: { ja: '連絡網による電話連絡の開始', en: 'Start phoning through the call tree' },
    body: runWanted,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/prepare/call-runs/:id/call': {
    command: 'prepare call-runs log',
    permission: 'incident.declare',
    summary: { ja: '1件の電話の結果の記録', en: 'Record the result of a call' },
    params: byId,
    body: callLogged,
    reply: done,
  },
  'POST /api/prepare/call-runs/:id/end': {
    command: 'prepare call-runs end',
    permission: 'incident.declare',
    summary: { ja: '電話連絡の終了', en: 'End the phone call log' },
    params: byId,
    reply: done,
  },
});
