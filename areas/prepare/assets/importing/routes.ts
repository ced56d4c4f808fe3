import { z } from 'zod';
import { reading } from '../../../../database/transaction.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { route } from '../../../route.ts';
import { applyFile, mapColumns } from './hand-in-file.ts';
import { importView, mapping, rowFilter, rowView } from './schema.ts';
import { rowsOf, viewImports } from './store.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/prepare/imports',
    command: 'prepare imports list',
    permission: 'register.read',
    summary: { ja: '取り込みの一覧（新しい順に50件）', en: 'Imports, the newest fifty' },
    reply: z.object({ imports: z.array(importView) }),
    handle: async (ctx) => {
      permit(ctx, 'register.read');
      return { imports: await reading(ctx, (trx) => viewImports(trx)) };
    },
  }),
  route({
    key: 'GET /api/prepare/imports/:id',
    command: 'prepare imports get',
    permission: 'register.read',
    summary: { ja: '取り込みの確認結果と進み具合', en: 'What an import would do, and how far it is' },
    params: one,
    reply: importView,
    handle: async (ctx, { params }) => {
      permit(ctx, 'register.read');
      const [found] = await reading(ctx, (trx) => viewImports(trx, params.id));
      if (!found) throw new Fault('not-found');
      return found;
    },
  }),
  route({
    key: 'GET /api/prepare/imports/:id/rows',
    command: 'prepare imports rows',
    permission: 'register.read',
    summary: { ja: '行ごとの変更と誤り', en: 'Row by row, what changes and what is wrong' },
    params: one,
    query: rowFilter,
    reply: z.object({ rows: z.array(rowView), next: z.number().nullable() }),
    handle: async (ctx, { params, query }) => {
      permit(ctx, 'register.read');
      const rows = await reading(ctx, (trx) => rowsOf(trx, params.id, query));
      return {
        rows: rows.map((row) => ({ ...row, fields: [...row.fields], faults: [...row.faults] })),
        next: rows.length === query.limit ? (rows.at(-1)?.row ?? null) : null,
      };
    },
  }),
  route({
    key: 'PUT /api/prepare/imports/:id/mapping',
    command: 'prepare imports map',
    permission: 'register.manage',
    summary: { ja: '列の対応を決めて確かめ直す', en: 'Say which header means what, and check again' },
    params: one,
    body: z.object({ mapping }),
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await mapColumns(ctx, params.id, body.mapping);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/imports/:id/apply',
    command: 'prepare imports apply',
    permission: 'register.manage',
    summary: { ja: '誤りのない行を取り込む', en: 'Let the rows without faults in' },
    params: one,
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await applyFile(ctx, params.id);
      return {};
    },
  }),
] as const;
