import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'channel.configured': {
    name: { ja: '通知手段を設定', en: 'Channel set up' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['channels', 'paging-settings'],
    body: z.object({ channel: z.string() }),
  },
  'channel.recovered': {
    name: { ja: '通知手段が復旧', en: 'Channel recovered' },
    read: 'channel.read',
    tone: 'recovery',
    machinery: true,
    touches: ['channels'],
    body: z.object({ channel: z.string() }),
  },
} as const satisfies Record<string, FactKind>;
