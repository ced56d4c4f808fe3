import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { entryFilter, entryKey } from '../registers/schema.ts';
import { brokenOverride } from '../rosters/schema.ts';
import { REGISTER_NAMES } from './words.ts';

const of = z.object({ register: z.enum(REGISTER_NAMES) });
const entries = z.array(
  z.object({
    key: z.string(),
    version: z.number(),
    /** In the shape of its register. */
    entry: z.record(z.string(), z.unknown()),
    changedAt: z.string(),
    changedBy: z.string(),
  }),
);

export const contracts = contract({
  'GET /api/prepare/registers/:register': {
    command: 'prepare registers list',
    permission: 'register.read',
    summary: { ja: '台帳の項目（キー順）', en: 'Entries of a register, by key' },
    params: of,
    query: entryFilter,
    reply: z.object({ entries, next: z.string().nullable() }),
  },
  'GET /api/prepare/registers/:register/:entry/versions': {
    command: 'prepare registers versions',
    permission: 'register.read',
    summary: { ja: '項目の版の履歴（新しい順）', en: 'Versions of an entry, newest first' },
    params: of.extend({ entry: entryKey }),
    query: z.object({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({
      versions: z.array(
        z.object({
          version: z.number(),
          /** Null where this version is its removal. */
          entry: z.record(z.string(), z.unknown()).nullable(),
          changedAt: z.string(),
          changedBy: z.string(),
        }),
      ),
      next: z.number().nullable(),
    }),
  },
  'PUT /api/prepare/registers/:register': {
    command: 'prepare registers keep',
    permission: 'register.manage',
    summary: {
      ja: '台帳への登録・変更（version は読み取った版、新規は0）',
      en: 'Create or update an entry; version is the one you read, 0 for a new entry',
    },
    params: of,
    body: z.object({ version: z.int().min(0), entry: z.record(z.string(), z.unknown()) }),
    reply: z.object({
      version: z.number(),
      /** Overrides and swaps that fall away by this leave. */ breaks: z.array(brokenOverride).optional(),
    }),
  },
  'DELETE /api/prepare/assets/:id': {
    command: 'prepare assets remove',
    permission: 'register.manage',
    summary: {
      ja: '台帳からの削除（依存関係がある場合は withEdges=true で依存関係ごと削除）',
      en: 'Remove a system; withEdges=true also removes its dependencies',
    },
    params: byId,
    query: z.object({ withEdges: z.stringbool().default(false) }),
    reply: done,
  },
  'DELETE /api/prepare/registers/:register/:entry': {
    command: 'prepare registers remove',
    permission: 'register.manage',
    summary: { ja: '台帳からの削除', en: 'Remove an entry' },
    params: of.extend({ entry: entryKey }),
    reply: done,
  },
  'POST /api/prepare/registers/:register/:entry/restore': {
    command: 'prepare registers restore',
    permission: 'register.manage',
    summary: { ja: '削除した項目の復元', en: 'Restore a removed entry' },
    params: of.extend({ entry: entryKey }),
    reply: z.object({ version: z.number() }),
  },
});
