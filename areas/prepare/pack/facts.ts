import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'pack.renewed': {
    name: { ja: '持ち出しパックを更新', en: 'Grab-and-go pack updated' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: ['pack'],
    body: z.object({ version: z.int(), changed: z.boolean() }),
  },
} as const satisfies Record<string, FactKind>;
