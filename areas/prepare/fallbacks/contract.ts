import { z } from 'zod';
import { contract } from '../../contract.ts';
import { entryKey } from '../registers/schema.ts';

export const contracts = contract({
  'POST /api/prepare/fallbacks/:fallback/derive': {
    command: 'prepare fallbacks derive',
    permission: 'register.manage',
    summary: {
      ja: '災害用の代替手段に基づくサイバー攻撃用の作成（異なる前提を付記）',
      en: 'Create a cyber attack version of a fallback, with the assumptions that change',
    },
    params: z.object({ fallback: entryKey }),
    body: z.object({ language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({ key: z.string() }),
  },
});
