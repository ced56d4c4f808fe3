import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import {
  askCompleteness,
  askGates,
  askRecoveryOrder,
  askWhatIsBehind,
  askWhatIsReached,
  askWhatStops,
  askWhatUses,
} from './ask-graph.ts';
import { confirmAsset } from './confirm-asset.ts';
import { keepAsset } from './keep-asset.ts';
import { removeAsset } from './remove-asset.ts';
import { asset, assetFilter, assetView, GAPS, ranked, reached } from './schema.ts';
import { findAsset, listAssets } from './store.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});
/** `changedAt` as it was read, null for a new entry; left out, what stands there is written over unseen. */
const seen = z.string().nullable().optional();
const answer = z.object({ reached: z.array(reached), total: z.number() });

export const routes = [
  route({
    key: 'GET /api/prepare/assets',
    command: 'prepare assets list',
    permission: 'register.read',
    summary: { ja: 'システムの台帳（機器は kind=host で）', en: 'Systems register (hosts with kind=host)' },
    query: assetFilter,
    reply: z.object({ assets: z.array(assetView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'register.read');
      const assets = await reading(ctx, (trx) => listAssets(trx, query));
      return { assets, next: assets.length === query.limit ? (assets.at(-1)?.key ?? null) : null };
    },
  }),
  route({
    key: 'GET /api/prepare/assets/recovery-order',
    command: 'prepare assets recovery-order',
    permission: 'register.read',
    summary: { ja: '復旧の順番と理由', en: 'Recovery order, with reasons' },
    reply: z.object({ order: z.array(ranked) }),
    handle: async (ctx) => ({ order: await askRecoveryOrder(ctx) }),
  }),
  route({
    key: 'GET /api/prepare/assets/completeness',
    command: 'prepare assets completeness',
    permission: 'register.read',
    summary: { ja: '台帳の充足度', en: 'How complete the register is' },
    reply: z.object({
      filled: z.number(),
      asked: z.number(),
      entries: z.number(),
      gaps: z.array(z.object({ gap: z.enum(GAPS), count: z.number() })),
    }),
    handle: (ctx) => askCompleteness(ctx),
  }),
  route({
    key: 'GET /api/prepare/assets/:id',
    command: 'prepare assets get',
    permission: 'register.read',
    summary: { ja: '台帳の一件', en: 'One entry' },
    params: one,
    reply: assetView,
    handle: async (ctx, { params }) => {
      permit(ctx, 'register.read');
      const found = await reading(ctx, (trx) => findAsset(trx, params.id));
      if (!found) throw new Fault('not-found');
      return found;
    },
  }),
  route({
    key: 'PUT /api/prepare/assets',
    command: 'prepare assets keep',
    permission: 'register.manage',
    summary: { ja: '台帳に書く（同じ key は書き換え）', en: 'Write an entry; the same key is written anew' },
    body: asset.extend({ seen }),
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body: { seen: before, ...entry } }) => keepAsset(ctx, entry, before),
  }),
  route({
    key: 'DELETE /api/prepare/assets/:id',
    command: 'prepare assets remove',
    permission: 'register.manage',
    summary: { ja: '台帳から削除する', en: 'Remove an entry' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await removeAsset(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/assets/:id/confirm',
    command: 'prepare assets confirm',
    permission: 'register.manage',
    summary: {
      ja: '影響と目標復旧時間を主管が確認する',
      en: 'Confirm impact and recovery time as the owner',
    },
    params: one,
    body: z.object({ seen }),
    reply: done,
    handle: async (ctx, { params, body }) => {
      await confirmAsset(ctx, params.id, body.seen);
      return {};
    },
  }),
  route({
    key: 'GET /api/prepare/assets/:id/stops',
    command: 'prepare assets stops',
    permission: 'register.read',
    summary: { ja: '止まると何が止まるか', en: 'What stops when it stops' },
    params: one,
    reply: answer,
    handle: (ctx, { params }) => askWhatStops(ctx, params.id),
  }),
  route({
    key: 'GET /api/prepare/assets/:id/reaches',
    command: 'prepare assets reaches',
    permission: 'register.read',
    summary: { ja: 'ここから何に届くか', en: 'What can be reached from it' },
    params: one,
    reply: answer,
    handle: (ctx, { params }) => askWhatIsReached(ctx, params.id),
  }),
  route({
    key: 'GET /api/prepare/assets/:id/behind',
    command: 'prepare assets behind',
    permission: 'register.read',
    summary: { ja: 'この中継の先に何があるか', en: 'What stands behind this relay' },
    params: one,
    reply: answer,
    handle: (ctx, { params }) => askWhatIsBehind(ctx, params.id),
  }),
  route({
    key: 'GET /api/prepare/assets/:id/gates/:toId',
    command: 'prepare assets gates',
    permission: 'register.read',
    summary: { ja: '二つの間で必ず通るもの', en: 'What every connection between two things leads through' },
    params: one.extend({ toId: z.uuid() }),
    reply: z.object({
      connected: z.boolean(),
      gates: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    handle: (ctx, { params }) => askGates(ctx, params.id, params.toId),
  }),
  route({
    key: 'GET /api/prepare/providers/:party/uses',
    command: 'prepare assets uses',
    permission: 'register.read',
    summary: { ja: 'この提供者に頼っているもの', en: 'What relies on this provider' },
    params: z.object({ party: z.string().max(80) }),
    reply: answer,
    handle: (ctx, { params }) => askWhatUses(ctx, params.party),
  }),
] as const;
