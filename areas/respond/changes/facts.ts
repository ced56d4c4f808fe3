import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'change.proposed': {
    name: { ja: '緊急変更を提案', en: 'Emergency change proposed' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({
      changeId: id,
      number: z.int(),
      title: text,
      skipped: text,
      sideEffects: text,
      rollback: text,
      permanentFix: text,
      expiresAt: text.nullable(),
    }),
  },
  'change.turned': {
    name: { ja: '緊急変更の状態を変更', en: 'Emergency change updated' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ changeId: id, number: z.int(), title: text, state: text, note: text }),
  },
  'change.expired': {
    name: { ja: '応急措置の期限切れ', en: 'Temporary fix expired' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    body: z.object({ changeId: id, number: z.int(), title: text }),
  },
} as const satisfies Record<string, FactKind>;
