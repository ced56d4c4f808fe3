import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const text = z.string();

export const facts = {
  'watch.set': {
    name: { ja: '外部からの見守りを設定', en: 'Remote watch set' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['watch'],
    body: z.object({ everySeconds: z.int() }),
  },
  'watch.beaten': {
    name: { ja: '見守りへの信号の成否が変化', en: 'Beats to the remote watch' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['watch'],
    body: z.object({ outcome: text }),
  },
  'watch.ended': {
    name: { ja: '外部からの見守りを終了', en: 'Remote watch ended' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['watch'],
    body: z.object({}),
  },
} as const satisfies Record<string, FactKind>;
