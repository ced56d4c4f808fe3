import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'status.told': {
    name: { ja: '状況ページの更新を配信', en: 'Status page subscribers notified' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: ['room', 'timeline'],
    body: z.object({ statementId: id, number: z.int(), count: z.int() }),
  },
  'status.subscribed': {
    name: { ja: '状況ページの配信登録', en: 'Status page subscription' },
    read: 'channel.read',
    tone: 'quiet',
    machinery: false,
    touches: ['room', 'timeline'],
    body: z.object({ subscriberId: id, state: z.enum(['asked', 'confirmed', 'left']) }),
  },
} as const satisfies Record<string, FactKind>;
