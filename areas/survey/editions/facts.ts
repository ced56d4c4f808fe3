import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { LISTS } from '../terms/words.ts';

export const facts = {
  'survey.list-kept': {
    name: { ja: '調査の一覧の版を登録', en: 'Survey list edition saved' },
    read: 'survey.read',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-lists'],
    body: z.object({ list: z.enum(LISTS), edition: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
