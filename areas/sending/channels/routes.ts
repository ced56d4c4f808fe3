import { CHANNELS } from '../../../channels/registry.ts';
import { publicKey } from '../../../channels/web-push/index.ts';
import { reading } from '../../../database/transaction.ts';
import { fieldView } from '../../../kernel/form.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { configureChannel } from './configure-channel.ts';
import { contracts } from './contract.ts';
import { openChannel } from './open-channel.ts';
import { lastByChannel, readChannel } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/respond/push-key': async (ctx) => {
    permit(ctx, 'page.acknowledge');
    const settings = await reading(ctx, (trx) => openChannel(trx, ctx.instance.secret, 'web-push'));
    return { key: (settings && publicKey(settings)) ?? null };
  },
  'GET /api/respond/channel-names': async () => ({
    names: Object.fromEntries(CHANNELS.map(({ id, short }) => [id, { ...short }])),
  }),
  'GET /api/respond/channels': async (ctx) => {
    permit(ctx, 'channel.read');
    const { settings, last } = await reading(ctx, async (trx) => {
      const stored = new Map<string, Awaited<ReturnType<typeof readChannel>>>();
      for (const { id } of CHANNELS) stored.set(id, await readChannel(trx, id));
      return { settings: stored, last: await lastByChannel(trx) };
    });
    // What is told of a year gone by, as in the demonstration, went out by nothing that is set up here.
    const lastOf = (channel: string, taken: boolean) =>
      settings.get(channel) && last.find((each) => each.channel === channel && each.taken === taken);
    const failed = (channel: string) => {
      const found = lastOf(channel, false);
      return found ? { at: found.at.toString(), reason: found.reason } : null;
    };
    return {
      channels: CHANNELS.map(({ id, name, help, fields, takesReplies }) => ({
        id,
        name,
        help,
        fields: fields.map(fieldView),
        inbound: takesReplies ? `${ctx.instance.baseUrl}/hooks/provider/${ctx.orgId}/${id}` : null,
        configured: settings.get(id) !== undefined,
        failingSince: settings.get(id)?.failingSince?.toString() ?? null,
        lastAccepted: lastOf(id, true)?.at.toString() ?? null,
        lastFailed: failed(id),
        settings: settings.get(id)?.settings ?? {},
      })),
    };
  },
  'PUT /api/respond/channels/:channel': async (ctx, { params, body }) => {
    await configureChannel(ctx, params.channel, body.settings, body.seen);
    return {};
  },
});
