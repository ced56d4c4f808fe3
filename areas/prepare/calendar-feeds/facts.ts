import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'calendar-feed.made': {
    name: { ja: 'カレンダー購読を作成', en: 'Calendar address created' },
    read: 'roster.read',
    tone: 'quiet',
    machinery: false,
    touches: ['feeds'],
    body: z.object({ feedId: id, personId: id }),
  },
  'calendar-feed.revoked': {
    name: { ja: 'カレンダー購読を終了', en: 'Calendar address ended' },
    read: 'roster.read',
    tone: 'quiet',
    machinery: false,
    touches: ['feeds'],
    body: z.object({ feedId: id }),
  },
} as const satisfies Record<string, FactKind>;
