import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'organisation.mark-set': {
    name: { ja: '組織のロゴを登録', en: 'Organisation logo set' },
    read: 'organisation.read',
    tone: 'quiet',
    machinery: false,
    touches: ['me', 'organisation'],
    body: z.object({ type: z.string(), size: z.int(), sha256: z.string() }),
  },
  'organisation.mark-removed': {
    name: { ja: '組織のロゴを削除', en: 'Organisation logo removed' },
    read: 'organisation.read',
    tone: 'quiet',
    machinery: false,
    touches: ['me', 'organisation'],
    body: z.object({ sha256: z.string() }),
  },
} as const satisfies Record<string, FactKind>;
