import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();

const onCard = ['card', 'registers', 'readiness'] as const satisfies readonly Topic[];

export const facts = {
  'confirmation.asked': {
    name: { ja: '確認を依頼', en: 'Confirmation requested' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onCard,
    body: z.object({ confirmationId: id, kind: z.enum(['route', 'sheet']), personId: id.nullable() }),
  },
  'confirmation.settled': {
    name: { ja: '確認の依頼の送信結果', en: 'Confirmation request sent, held or failed' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onCard,
    body: z.object({ confirmationId: id, state: z.enum(['accepted', 'held', 'failed']) }),
  },
  'confirmation.answered': {
    name: { ja: '確認に回答', en: 'Confirmation answered' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: onCard,
    body: z.object({ confirmationId: id, kind: z.enum(['route', 'sheet']) }),
  },
} as const satisfies Record<string, FactKind>;
