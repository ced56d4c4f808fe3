import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { keepView, readViews, removeView } from './keep-view.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/list-views/:list': async (ctx, { params }) => ({
    views: await readViews(ctx, params.list),
  }),
  'PUT /api/prepare/list-views/:list': async (ctx, { params, body }) => {
    await keepView(ctx, params.list, body);
    return {};
  },
  'POST /api/prepare/list-views/:list/remove': async (ctx, { params, body }) => {
    await removeView(ctx, params.list, body.name);
    return {};
  },
});
