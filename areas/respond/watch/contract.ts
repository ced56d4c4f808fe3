import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { watchView, watchWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/remote-watch': {
    command: 'respond remote-watch get',
    permission: 'channel.read',
    summary: { ja: '外部監視', en: 'External watchdog' },
    reply: z.object({ watch: watchView }),
  },
  'PUT /api/respond/remote-watch': {
    command: 'respond remote-watch set',
    permission: 'channel.manage',
    summary: {
      ja: '別の Sonae への死活信号の送信（途絶時に監視側が呼び出し）',
      en: 'Send heartbeats to another Sonae, which pages when they stop',
    },
    body: watchWanted,
    reply: done,
  },
  'DELETE /api/respond/remote-watch': {
    command: 'respond remote-watch end',
    permission: 'channel.manage',
    summary: { ja: '外部監視の解除', en: 'Remove the external watchdog' },
    reply: done,
  },
});
