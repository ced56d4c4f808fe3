import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { watchView, watchWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/remote-watch': {
    command: 'respond remote-watch get',
    permission: 'channel.read',
    summary: { ja: '外部からの見守り', en: 'Who watches this Sonae from elsewhere' },
    reply: z.object({ watch: watchView }),
  },
  'PUT /api/respond/remote-watch': {
    command: 'respond remote-watch set',
    permission: 'channel.manage',
    summary: {
      ja: '別の Sonae に死活信号を送り、途絶えたら呼び出してもらう',
      en: 'Beat at another Sonae, which pages when the beats stop',
    },
    body: watchWanted,
    reply: done,
  },
  'DELETE /api/respond/remote-watch': {
    command: 'respond remote-watch end',
    permission: 'channel.manage',
    summary: { ja: '外部からの見守りをやめる', en: 'End the remote watch' },
    reply: done,
  },
});
