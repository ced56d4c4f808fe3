import { z } from 'zod';
import { contract } from '../../contract.ts';
import { entryKey } from '../registers/schema.ts';

export const contracts = contract({
  'POST /api/prepare/fallbacks/:fallback/derive': {
    command: 'prepare fallbacks derive',
    permission: 'register.manage',
    summary: {
      ja: '災害用の代替手段からサイバー攻撃用を作る（変わる前提つき）',
      en: 'Derive a fallback for a cyber attack, with the assumptions that change',
    },
    params: z.object({ fallback: entryKey }),
    body: z.object({ language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({ key: z.string() }),
  },
});
