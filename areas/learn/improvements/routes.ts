import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { proofsOf } from '../../respond/incidents/index.ts';
import { route } from '../../route.ts';
import { adoptLesson } from './adopt-lesson.ts';
import { changeImprovement } from './change-improvement.ts';
import { adoption, improvementChange, improvementFilter, improvementView } from './schema.ts';
import { listImprovements } from './store.ts';

export const routes = [
  route({
    key: 'GET /api/learn/improvements',
    command: 'learn improvements list',
    permission: 'case.read',
    summary: { ja: '改善の一覧（新しい順）', en: 'Improvements, newest first' },
    query: improvementFilter,
    reply: z.object({ improvements: z.array(improvementView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'case.read');
      return reading(ctx, async (trx) => {
        const { improvements, next } = await listImprovements(trx, query);
        const proofs = await proofsOf(
          trx,
          improvements.map(({ id }) => id),
        );
        return {
          improvements: improvements.map((each) => ({
            ...each,
            proofs: proofs
              .filter(({ improvementId }) => improvementId === each.id)
              .map(({ id, number, title }) => ({ id, number, title })),
          })),
          next,
        };
      });
    },
  }),
  route({
    key: 'POST /api/learn/improvements',
    command: 'learn improvements adopt',
    permission: 'case.write',
    summary: { ja: '教訓を取り入れ、改善の下書きを作る', en: 'Adopt a lesson as a draft improvement' },
    body: adoption,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => adoptLesson(ctx, body),
  }),
  route({
    key: 'PUT /api/learn/improvements/:id',
    command: 'learn improvements change',
    permission: 'case.write',
    summary: { ja: '改善を書き換える', en: 'Change an improvement' },
    params: z.object({ id: z.uuid() }),
    body: improvementChange,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await changeImprovement(ctx, params.id, body);
      return {};
    },
  }),
] as const;
