import { z } from 'zod';
import { route } from '../route.ts';
import { listLines } from './list-lines.ts';
import { lineFilter, linePage } from './schema.ts';
import { verifyLedger } from './verify-ledger.ts';

export const routes = [
  route({
    key: 'GET /api/ledger/lines',
    command: 'ledger lines list',
    permission: 'audit.read',
    summary: { ja: '台帳の行を新しい順に返す', en: 'Lines of the ledger, newest first' },
    query: lineFilter,
    reply: linePage,
    handle: (ctx, { query }) => listLines(ctx, query),
  }),
  route({
    key: 'GET /api/ledger/verification',
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
    handle: async (ctx) => {
      const { firstBreak, ...rest } = await verifyLedger(ctx);
      return { ...rest, firstBreak: firstBreak ?? null };
    },
  }),
] as const;
