import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'channel.configured': {
    name: { ja: '通知手段を設定', en: 'Channel configured' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['channels', 'paging-settings'],
    body: z.object({ channel: z.string() }),
  },
  'channel.recovered': {
    name: { ja: '通知手段が再び使えるように', en: 'Channel works again' },
    read: 'channel.read',
    tone: 'recovery',
    machinery: true,
    touches: ['channels'],
    body: z.object({ channel: z.string() }),
  },
} as const satisfies Record<string, FactKind>;
