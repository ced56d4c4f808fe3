import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const text = z.string();

export const facts = {
  'plan.published': {
    name: { ja: '対応計画を公開', en: 'Plan published' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: ['plans', 'registers', 'readiness'],
    body: z.object({ key: text, version: z.int(), name: text }),
  },
} as const satisfies Record<string, FactKind>;
