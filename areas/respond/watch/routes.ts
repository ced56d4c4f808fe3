import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { watchView, watchWanted } from './schema.ts';
import { endWatch, setWatch } from './set-watch.ts';
import { readWatch } from './store.ts';

const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/remote-watch',
    command: 'respond remote-watch get',
    permission: 'channel.read',
    summary: { ja: '外部からの見守り', en: 'Who watches this Sonae from elsewhere' },
    reply: z.object({ watch: watchView }),
    handle: async (ctx) => {
      permit(ctx, 'channel.read');
      const watch = await reading(ctx, readWatch);
      if (!watch) return { watch: null };
      const { address, everySeconds, allowInner, lastAt, lastOutcome } = watch;
      return {
        watch: { address, everySeconds, allowInner, lastAt: lastAt?.toString() ?? null, lastOutcome },
      };
    },
  }),
  route({
    key: 'PUT /api/respond/remote-watch',
    command: 'respond remote-watch set',
    permission: 'channel.manage',
    summary: {
      ja: '別の Sonae に死活信号を送り、途絶えたら呼び出してもらう',
      en: 'Beat at another Sonae, which pages when the beats stop',
    },
    body: watchWanted,
    reply: done,
    handle: async (ctx, { body }) => {
      await setWatch(ctx, body);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/respond/remote-watch',
    command: 'respond remote-watch end',
    permission: 'channel.manage',
    summary: { ja: '外部からの見守りをやめる', en: 'End the remote watch' },
    reply: done,
    handle: async (ctx) => {
      await endWatch(ctx);
      return {};
    },
  }),
] as const;
