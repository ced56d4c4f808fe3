import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { nextOf } from '../../lists/schema.ts';
import { serve } from '../../route.ts';
import { addRule } from './add-rule.ts';
import { changeRule } from './change-rule.ts';
import { contracts } from './contract.ts';
import { moveRule } from './move-rule.ts';
import { removeRule } from './remove-rule.ts';
import { pageOfRules } from './store.ts';
import { tryRule } from './try-rule.ts';

export const routes = serve(contracts, {
  'GET /api/respond/rules': async (ctx, { query }) => {
    permit(ctx, 'rule.read');
    const rules = await reading(ctx, (trx) => pageOfRules(trx, query));
    return { rules, next: nextOf(rules, query.limit) };
  },
  'POST /api/respond/rules': (ctx, { body }) => addRule(ctx, body),
  'PUT /api/respond/rules/:id': async (ctx, { params, body }) => {
    await changeRule(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/rules/:id/move': async (ctx, { params, body }) => {
    await moveRule(ctx, params.id, body.followedBy);
    return {};
  },
  'POST /api/respond/rules/trial': (ctx, { body }) => tryRule(ctx, body),
  'DELETE /api/respond/rules/:id': async (ctx, { params }) => {
    await removeRule(ctx, params.id);
    return {};
  },
});
