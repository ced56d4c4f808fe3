import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { deadlineEditions } from './index.ts';
import { keepDeadlines } from './keep-deadlines.ts';

export const routes = serve(contracts, {
  'GET /api/survey/deadlines': async (ctx) => {
    permit(ctx, 'survey.read');
    return { editions: await reading(ctx, deadlineEditions) };
  },
  'PUT /api/survey/deadlines': (ctx, { body }) => keepDeadlines(ctx, body),
});
