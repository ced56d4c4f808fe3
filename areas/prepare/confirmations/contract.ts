import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { entryKey } from '../registers/schema.ts';

export const contracts = contract({
  'POST /api/prepare/parties/:party/sheet': {
    command: 'prepare parties send-sheet',
    permission: 'register.manage',
    summary: {
      ja: '共通認識シートの送付',
      en: 'Send the shared-understanding sheet',
    },
    params: z.object({ party: entryKey }),
    body: z.object({ language: z.enum(['ja', 'en']).default('ja') }),
    reply: done,
  },
});
