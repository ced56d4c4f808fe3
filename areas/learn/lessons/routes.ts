import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { lessonFilter, lessonView, similarView } from './schema.ts';
import { similarToCase, similarToIncident } from './similar-cases.ts';
import { listLessons } from './store.ts';

const one = z.object({ id: z.uuid() });
const similar = z.object({ cases: z.array(similarView) });

export const routes = [
  route({
    key: 'GET /api/learn/lessons',
    command: 'learn lessons list',
    permission: 'case.read',
    summary: { ja: '教訓の一覧', en: 'Lessons of all cases' },
    query: lessonFilter,
    reply: z.object({ lessons: z.array(lessonView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'case.read');
      return reading(ctx, (trx) => listLessons(trx, query));
    },
  }),
  route({
    key: 'GET /api/learn/cases/:id/similar',
    command: 'learn cases similar',
    permission: 'case.read',
    summary: { ja: '似た事例と、似ている理由', en: 'Similar cases and why' },
    params: one,
    reply: similar,
    handle: async (ctx, { params }) => ({ cases: await similarToCase(ctx, params.id) }),
  }),
  route({
    key: 'GET /api/learn/incidents/:id/similar',
    command: 'learn incidents similar',
    permission: 'case.read',
    summary: { ja: 'インシデントに似た事例と、似ている理由', en: 'Cases similar to an incident, and why' },
    params: one,
    reply: similar,
    handle: async (ctx, { params }) => ({ cases: await similarToIncident(ctx, params.id) }),
  }),
] as const;
