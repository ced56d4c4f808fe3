import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { keepGroups } from './keep-groups.ts';
import { USUAL_CLAIM } from './schema.ts';
import { findGroups } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/sign-on-groups': async (ctx) => {
    permit(ctx, 'organisation.manage');
    return (await reading(ctx, findGroups)) ?? { version: 0, claim: USUAL_CLAIM, admits: false, groups: [] };
  },
  'PUT /api/prepare/sign-on-groups': async (ctx, { body }) => {
    await keepGroups(ctx, body);
    return {};
  },
});
