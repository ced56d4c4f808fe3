import { z } from 'zod';
import { route } from '../../route.ts';
import { entryKey } from '../registers/schema.ts';
import { deriveFallback } from './derive-fallback.ts';

export const routes = [
  route({
    key: 'POST /api/prepare/fallbacks/:fallback/derive',
    command: 'prepare fallbacks derive',
    permission: 'register.manage',
    summary: {
      ja: '災害用の代替手段からサイバー攻撃用を作る（変わる前提つき）',
      en: 'Derive a fallback for a cyber attack, with the assumptions that change',
    },
    params: z.object({ fallback: entryKey }),
    body: z.object({ language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({ key: z.string() }),
    handle: (ctx, { params, body }) => deriveFallback(ctx, params.fallback, body.language),
  }),
] as const;
