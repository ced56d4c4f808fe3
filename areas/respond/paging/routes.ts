import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { contracts } from './contract.ts';
import { seePage } from './hear-device.ts';
import { listOutbox, pagesWithAttempts } from './list-pages.ts';
import { pageAgain } from './page-again.ts';
import { setPaging } from './set-paging.ts';
import { readSettings } from './store.ts';
import { testChannel } from './test-channel.ts';

export const routes = serve(contracts, {
  'GET /api/respond/pages': (ctx, { query }) => pagesWithAttempts(ctx, query),
  'POST /api/respond/pages/:id/acknowledge': async (ctx, { params }) => {
    await acknowledgePage(ctx, params.id);
    return {};
  },
  'POST /api/respond/pages/:id/seen': async (ctx, { params }) => {
    await seePage(ctx, params.id);
    return {};
  },
  'POST /api/respond/incidents/:id/page': async (ctx, { params }) => {
    await pageAgain(ctx, params.id);
    return {};
  },
  'GET /api/respond/outbox': (ctx, { query }) => listOutbox(ctx, query),
  'GET /api/respond/paging-settings': async (ctx) => {
    permit(ctx, 'channel.read');
    return reading(ctx, readSettings);
  },
  'PUT /api/respond/paging-settings': async (ctx, { body }) => {
    await setPaging(ctx, body);
    return {};
  },
  'POST /api/respond/channels/:channel/test': (ctx, { params }) => testChannel(ctx, params.channel),
});
