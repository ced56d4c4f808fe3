import { z } from 'zod';
import { contract } from '../contract.ts';
import { CHAIN_BREAKS, lineFilter, linePage, PROOF_BREAKS } from './schema.ts';

export const contracts = contract({
  'GET /api/ledger/lines': {
    command: 'ledger lines list',
    permission: 'audit.read',
    summary: { ja: '監査記録の一覧（新しい順）', en: 'Audit log entries, newest first' },
    query: lineFilter,
    reply: linePage,
  },
  'GET /api/ledger/verification': {
    command: 'ledger chains verify',
    permission: 'audit.read',
    summary: { ja: 'ハッシュチェーンの検証', en: 'Verify the hash chains and report the first broken entry' },
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
      checkedAt: z.string(),
      recorded: z.object({ from: z.string(), to: z.string() }).nullable(),
      /** Of a ledger that is whole: the hash that stands for all its lines, and by which key that is signed. */
      signed: z.object({ root: z.string(), key: z.string() }).nullable(),
      /** The same in the reader's words, to be kept; with a proof that a later check takes, where the ledger is whole. */
      report: z.string(),
    }),
  },
  'GET /api/ledger/proof': {
    command: 'ledger proof get',
    permission: 'audit.read',
    summary: {
      ja: '監査記録の現在の状態の署名付き証明',
      en: 'A signed proof of the audit log as it stands now; keep it elsewhere to verify against later',
    },
    reply: z.object({ lines: z.number(), takenAt: z.string(), key: z.string(), text: z.string() }),
  },
});
