import { z } from 'zod';
import { contract } from '../contract.ts';
import { CHAIN_BREAKS, lineFilter, linePage, PROOF_BREAKS } from './schema.ts';

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
        .object({
          kind: z.enum(CHAIN_BREAKS),
          chain: z.string(),
          link: z.number(),
          seq: z.number().optional(),
        })
        .nullable(),
      proofs: z.number(),
      proofBreak: z
        .object({
          kind: z.enum(PROOF_BREAKS),
          lines: z.number().optional(),
          after: z.number().optional(),
          upTo: z.number().optional(),
          takenAt: z.string(),
        })
        .nullable(),
    }),
  },
  'GET /api/ledger/proof': {
    command: 'ledger proof get',
    permission: 'audit.read',
    summary: {
      ja: '台帳がいまどこまであるかを署名付きで示す',
      en: 'Where the ledger stands now, signed: keep it elsewhere and verify against it later',
    },
    reply: z.object({ lines: z.number(), takenAt: z.string(), key: z.string(), text: z.string() }),
  },
});
