import { z } from 'zod';
import { byId, contract } from '../../contract.ts';
import { lessonFilter, lessonView, similarView } from './schema.ts';

const similar = z.object({ cases: z.array(similarView) });

export const contracts = contract({
  'GET /api/learn/lessons': {
    command: 'learn lessons list',
    permission: 'case.read',
    summary: { ja: '教訓の一覧', en: 'Lessons of all cases' },
    query: lessonFilter,
    reply: z.object({ lessons: z.array(lessonView), next: z.string().nullable() }),
  },
  'GET /api/learn/cases/:id/similar': {
    command: 'learn cases similar',
    permission: 'case.read',
    summary: { ja: '類似の事例とその理由', en: 'Similar cases and why' },
    params: byId,
    reply: similar,
  },
  'GET /api/learn/incidents/:id/similar': {
    command: 'learn incidents similar',
    permission: 'case.read',
    summary: { ja: 'インシデントに類似する事例とその理由', en: 'Cases similar to an incident, and why' },
    params: byId,
    reply: similar,
  },
});
