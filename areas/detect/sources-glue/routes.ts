import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { fieldView } from '../../../kernel/form.ts';
import { permit } from '../../../kernel/permit.ts';
import { SOURCES, sourceKind } from '../../../sources/registry.ts';
import { namedFilter, nextOf } from '../../lists/schema.ts';
import { route } from '../../route.ts';
import { addSource } from './add-source.ts';
import { changeSource } from './change-source.ts';
import { checkSettings } from './check-settings.ts';
import { listSources } from './index.ts';
import { removeSource } from './remove-source.ts';
import { replaceSourceKey } from './replace-source-key.ts';
import { mappingTrial, newSource, sourceChange, sourceKindView, sourceView, trialView } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/detect/source-kinds',
    command: 'detect source-kinds list',
    permission: 'source.read',
    summary: { ja: '受信元の種類と設定項目', en: 'Kinds of source and their settings' },
    reply: z.object({ kinds: z.array(sourceKindView) }),
    handle: async (ctx) => {
      permit(ctx, 'source.read');
      return {
        kinds: SOURCES.map(({ id, name, help, fields, paths, setUp }) => ({
          id,
          name,
          help,
          fields: fields.map(fieldView),
          paths: [...paths],
          setUp: setUp(ctx.instance.baseUrl, '{key}'),
        })),
      };
    },
  }),
  route({
    key: 'GET /api/detect/sources',
    command: 'detect sources list',
    permission: 'source.read',
    summary: { ja: '受信元の一覧', en: 'Sources' },
    query: namedFilter,
    reply: z.object({ sources: z.array(sourceView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'source.read');
      const sources = await reading(ctx, (trx) => listSources(trx, query));
      return { sources, next: nextOf(sources, query.limit) };
    },
  }),
  route({
    key: 'POST /api/detect/sources',
    command: 'detect sources add',
    permission: 'source.manage',
    summary: {
      ja: '受信元を追加する（鍵はこの応答にだけ現れる）',
      en: 'Add a source; its key is in this answer only',
    },
    body: newSource,
    reply: z.object({ id: z.string(), key: z.string() }),
    handle: (ctx, { body }) => addSource(ctx, body),
  }),
  route({
    key: 'PUT /api/detect/sources/:id',
    command: 'detect sources change',
    permission: 'source.manage',
    summary: { ja: '受信元の設定を変更する', en: 'Change a source' },
    params: one,
    body: sourceChange,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await changeSource(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/detect/sources/:id/key',
    command: 'detect sources replace-key',
    permission: 'source.manage',
    summary: { ja: '受信元の鍵を作り直す', en: 'Replace the key of a source' },
    params: one,
    reply: z.object({ key: z.string() }),
    handle: (ctx, { params }) => replaceSourceKey(ctx, params.id),
  }),
  route({
    key: 'DELETE /api/detect/sources/:id',
    command: 'detect sources remove',
    permission: 'source.manage',
    summary: { ja: '受信元を削除する', en: 'Remove a source' },
    params: one,
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await removeSource(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/detect/source-kinds/:kind/trial',
    command: 'detect source-kinds try',
    permission: 'source.manage',
    summary: {
      ja: '見本を読み取り、結果を見せる（保存しない）',
      en: 'Read a sample and show the result; nothing is kept',
    },
    params: z.object({ kind: z.string() }),
    body: mappingTrial,
    reply: trialView,
    handle: async (ctx, { params, body }) => {
      permit(ctx, 'source.manage');
      const kind = sourceKind(params.kind);
      if (!kind) throw new Fault('not-found');
      const { alerts, rejected } = kind.parse(
        body.sample,
        checkSettings(params.kind, body.settings),
        ctx.now,
      );
      return {
        alerts: alerts.slice(0, 50).map((alert) => ({
          ...alert,
          labels: { ...alert.labels },
          annotations: { ...alert.annotations },
          startsAt: alert.startsAt?.toString() ?? null,
        })),
        rejected: rejected.map(({ index, reason }) => ({ index, reason: reason[ctx.language] })),
      };
    },
  }),
] as const;
