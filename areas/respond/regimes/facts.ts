import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'regime.kept': {
    name: { ja: '報告先の版を登録', en: 'Report recipient saved' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: ['regimes'],
    body: z.object({ regime: z.string(), edition: z.int(), name: bilingual, ended: z.boolean() }),
  },
} as const satisfies Record<string, FactKind>;
