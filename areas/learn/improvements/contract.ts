import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { adoption, improvementChange, improvementFilter, improvementView } from './schema.ts';

export const contracts = contract({
  'GET /api/learn/improvements': {
    command: 'learn improvements list',
    permission: 'case.read',
    summary: { ja: '改善の一覧（新しい順）', en: 'Improvements, newest first' },
    query: improvementFilter,
    reply: z.object({ improvements: z.array(improvementView), next: z.string().nullable() }),
  },
  'POST /api/learn/improvements': {
    command: 'learn improvements adopt',
    permission: 'case.write',
    summary: { ja: '教訓を取り入れ、改善の下書きを作る', en: 'Adopt a lesson as a draft improvement' },
    body: adoption,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/learn/improvements/:id': {
    command: 'learn improvements change',
    permission: 'case.write',
    summary: { ja: '改善を書き換える', en: 'Change an improvement' },
    params: byId,
    body: improvementChange,
    reply: done,
  },
});
