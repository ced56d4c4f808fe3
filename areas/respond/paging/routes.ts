import { CHANNELS } from '../../../channels/registry.ts';
import { publicKey } from '../../../channels/web-push/index.ts';
import { reading } from '../../../database/transaction.ts';
import { fieldView } from '../../../kernel/form.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { openSettings } from './channel-secrets.ts';
import { configureChannel } from './configure-channel.ts';
import { contracts } from './contract.ts';
import { seePage } from './hear-device.ts';
import { listOutbox, pagesWithAttempts } from './list-pages.ts';
import { pageAgain } from './page-again.ts';
import { setPaging } from './set-paging.ts';
import { readChannel, readSettings } from './store.ts';
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
  'GET /api/respond/push-key': async (ctx) => {
    permit(ctx, 'page.acknowledge');
    const stored = await reading(ctx, (trx) => readChannel(trx, 'web-push'));
    return { key: (stored && publicKey(openSettings(ctx.instance.secret, stored))) ?? null };
  },
  'GET /api/respond/channels': async (ctx) => {
    permit(ctx, 'channel.read');
    const settings = await reading(ctx, async (trx) => {
      const stored = new Map<string, Awaited<ReturnType<typeof readChannel>>>();
      for (const { id } of CHANNELS) stored.set(id, await readChannel(trx, id));
      return stored;
    });
    return {
      channels: CHANNELS.map(({ id, name, help, fields }) => ({
        id,
        name,
        help,
        fields: fields.map(fieldView),
        inbound: id === 'sms' ? `${ctx.instance.baseUrl}/hooks/provider/${ctx.orgId}/sms` : null,
        configured: settings.get(id) !== undefined,
        settings: settings.get(id)?.settings ?? {},
      })),
    };
  },
  'PUT /api/respond/channels/:channel': async (ctx, { params, body }) => {
    await configureChannel(ctx, params.channel, body.settings);
    return {};
  },
  'POST /api/respond/channels/:channel/test': (ctx, { params }) => testChannel(ctx, params.channel),
});
