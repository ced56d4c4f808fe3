import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { adoption, improvementChange, improvementFilter, improvementView } from './schema.ts';

export const contracts = contract({
  'GET /api/learn/improvements': {
    command: 'learn improvements list',
    permission: 'case.read',
    summary: { ja: '改善策の一覧（新しい順）', en: 'Improvements, newest first' },
    query: improvementFilter,
    reply: z.object({ improvements: z.array(improvementView), next: z.string().nullable() }),
  },
  'POST /api/learn/improvements': {
    command: 'learn improvements adopt',
    permission: 'case.write',
    summary: { ja: '教訓を反映した改善策の下書きの作成', en: 'Adopt a lesson as a draft improvement' },
    body: adoption,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/learn/improvements/:id': {
    command: 'learn improvements change',
    permission: 'case.write',
    summary: { ja: '改善策の変更', en: 'Change an improvement' },
    params: byId,
    body: improvementChange,
    reply: done,
  },
});
