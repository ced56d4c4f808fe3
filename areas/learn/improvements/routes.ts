import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { proofsOf } from '../../respond/incidents/index.ts';
import { serve } from '../../route.ts';
import { adoptLesson } from './adopt-lesson.ts';
import { changeImprovement } from './change-improvement.ts';
import { contracts } from './contract.ts';
import { listImprovements } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/learn/improvements': async (ctx, { query }) => {
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
  'POST /api/learn/improvements': (ctx, { body }) => adoptLesson(ctx, body),
  'PUT /api/learn/improvements/:id': async (ctx, { params, body }) => {
    await changeImprovement(ctx, params.id, body);
    return {};
  },
});
