import { z } from 'zod';
import { isInstantText } from '../../../kernel/time.ts';
import { contract } from '../../contract.ts';
import { entryKey } from '../registers/schema.ts';
import { CAUSES, resolvedCalls } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/calls': {
    command: 'prepare calls resolve',
    permission: 'register.read',
    summary: {
      ja: '原因・時刻・拠点に応じた呼び出し順',
      en: 'Who is called, by cause, time and site',
    },
    query: z.object({
      cause: z.enum(CAUSES).default('systemFailure'),
      /** Key of the site where it happened. */
      site: entryKey.optional(),
      at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
    }),
    reply: resolvedCalls,
  },
});
