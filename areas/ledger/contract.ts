import { z } from 'zod';
import { contract } from '../contract.ts';
import { lineFilter, linePage } from './schema.ts';

export const contracts = contract({
  'GET /api/ledger/lines': {
    command: 'ledger lines list',
    permission: 'audit.read',
    summary: { ja: '台帳の行を新しい順に返す', en: 'Lines of the ledger, newest first' },
    query: lineFilter,
    reply: linePage,
  },
  'GET /api/ledger/verification': {
    command: 'ledger chains verify',
    permission: 'audit.read',
    summary: { ja: 'ハッシュ連鎖を検証する', en: 'Walk the hash chains and name the first broken line' },
    reply: z.object({
      lines: z.number(),
      chains: z.number(),
      firstBreak: z
        .object({ kind: z.string(), chain: z.string(), link: z.number(), seq: z.number().optional() })
        .nullable(),
    }),
  },
});
