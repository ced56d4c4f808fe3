import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'survey.deadlines-kept': {
    name: { ja: '情報連絡の期限の版を登録', en: 'Report deadlines edition saved' },
    read: 'survey.read',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-lists'],
    body: z.object({ edition: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
