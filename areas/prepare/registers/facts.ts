import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const text = z.string();

export const facts = {
  'register.kept': {
    name: { ja: '台帳を更新', en: 'Register updated' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: ['registers', 'rosters-ahead', 'calls', 'readiness'],
    body: z.object({ register: text, key: text, version: z.int() }),
  },
  'register.removed': {
    name: { ja: '台帳から削除', en: 'Removed from a register' },
    read: 'register.read',
    tone: 'quiet',
    machinery: false,
    touches: ['registers', 'rosters-ahead', 'calls', 'readiness'],
    body: z.object({ register: text, key: text }),
  },
} as const satisfies Record<string, FactKind>;
