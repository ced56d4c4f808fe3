import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { namesOf } from '../contacts/index.ts';
import { keepEntry, removeEntry } from './keep-entry.ts';
import { entryFilter, entryKey } from './schema.ts';
import { pageOfRegister } from './store.ts';
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

export const routes = [
  route({
    key: 'GET /api/prepare/registers/:register',
    command: 'prepare registers list',
    permission: 'register.read',
    summary: { ja: '台帳の項目（キー順）', en: 'Entries of a register, in the order of keys' },
    params: of,
    query: entryFilter,
    reply: z.object({ entries, next: z.string().nullable() }),
    handle: async (ctx, { params, query }) => {
      permit(ctx, 'register.read');
      return reading(ctx, async (trx) => {
        const stored = await pageOfRegister(trx, params.register, query);
        const names = await namesOf(
          trx,
          stored.map(({ changedBy }) => changedBy),
        );
        return {
          entries: stored.map(({ changedAt, changedBy, ...rest }) => ({
            ...rest,
            changedAt: changedAt.toString(),
            changedBy: names[changedBy] ?? changedBy,
          })),
          next: stored.length === query.limit ? (stored.at(-1)?.key ?? null) : null,
        };
      });
    },
  }),
  route({
    key: 'PUT /api/prepare/registers/:register',
    command: 'prepare registers keep',
    permission: 'register.manage',
    summary: {
      ja: '台帳に書く（version は読んだ版、新規は0）',
      en: 'Write an entry; version is the one read, 0 for a new one',
    },
    params: of,
    body: z.object({ version: z.int().min(0), entry: z.record(z.string(), z.unknown()) }),
    reply: z.object({ version: z.number() }),
    handle: (ctx, { params, body }) => keepEntry(ctx, params.register, body.version, body.entry),
  }),
  route({
    key: 'DELETE /api/prepare/registers/:register/:entry',
    command: 'prepare registers remove',
    permission: 'register.manage',
    summary: { ja: '台帳から削除する', en: 'Remove an entry' },
    params: of.extend({ entry: entryKey }),
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await removeEntry(ctx, params.register, params.entry);
      return {};
    },
  }),
] as const;
