import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const text = z.string();

export const facts = {
  'watch.set': {
    name: { ja: '外部監視を設定', en: 'External watchdog set' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['watch'],
    body: z.object({ everySeconds: z.int() }),
  },
  'watch.beaten': {
    name: { ja: '外部監視への信号の成否が変化', en: 'Heartbeats to external watchdog changed' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['watch'],
    body: z.object({ outcome: text }),
  },
  'watch.ended': {
    name: { ja: '外部監視を解除', en: 'External watchdog removed' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['watch'],
    body: z.object({}),
  },
} as const satisfies Record<string, FactKind>;
