import { z } from 'zod';
import { route } from '../../route.ts';
import { entryKey } from '../registers/schema.ts';
import { askSheet } from './ask-sheet.ts';

export const routes = [
  route({
    key: 'POST /api/prepare/parties/:party/sheet',
    command: 'prepare parties send-sheet',
    permission: 'register.manage',
    summary: {
      ja: '共通認識シートを送り、リンクで確認してもらう',
      en: 'Send the shared-understanding sheet',
    },
    params: z.object({ party: entryKey }),
    body: z.object({ language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await askSheet(ctx, params.party, body.language);
      return {};
    },
  }),
] as const;
