import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract, done } from '../../contract.ts';
import { answerPage, asset, assetFilter, assetView, GAPS, ranked, reached } from './schema.ts';

/** `changedAt` as it was read; null, or left out, for a new entry. */
const changedAt = z.string();
const answer = z.object({ reached: z.array(reached), total: z.number(), next: z.number().nullable() });

export const contracts = contract({
  'GET /api/prepare/assets': {
    command: 'prepare assets list',
    permission: 'register.read',
    summary: {
      ja: 'システム台帳（機器は kind=host を指定）',
      en: 'Systems register (use kind=host for machines)',
    },
    query: assetFilter,
    reply: z.object({ assets: z.array(assetView), next: z.string().nullable() }),
  },
  'GET /api/prepare/assets/recovery-order': {
    command: 'prepare assets recovery-order',
    permission: 'register.read',
    summary: { ja: '復旧順位と理由', en: 'Recovery order, with reasons' },
    reply: z.object({ order: z.array(ranked) }),
  },
  'GET /api/prepare/assets/completeness': {
    command: 'prepare assets completeness',
    permission: 'register.read',
    summary: { ja: '台帳の充足度', en: 'How complete the register is' },
    reply: z.object({
      filled: z.number(),
      asked: z.number(),
      entries: z.number(),
      gaps: z.array(z.object({ gap: z.enum(GAPS), count: z.number() })),
    }),
  },
  'GET /api/prepare/assets/:id': {
    command: 'prepare assets get',
    permission: 'register.read',
    summary: { ja: '台帳の1件', en: 'One entry' },
    params: byId,
    reply: assetView,
  },
  'PUT /api/prepare/assets': {
    command: 'prepare assets keep',
    permission: 'register.manage',
    summary: {
      ja: '台帳への登録・変更（変更時は、読み取った changedAt を seen に指定）',
      en: 'Create or update an entry; to update, pass the changedAt you read as seen',
    },
    body: asset.extend({ seen: changedAt.nullable().default(null) }),
    reply: z.object({ id: z.string() }),
  },
  'POST /api/prepare/assets/:id/confirm': {
    command: 'prepare assets confirm',
    permission: 'register.manage',
    summary: {
      ja: '主管による影響と目標復旧時間の確認（読み取った changedAt を seen に指定）',
      en: 'Confirm impact and recovery time as the owner; pass the changedAt you read as seen',
    },
    params: byId,
    body: z.object({ seen: changedAt }),
    reply: done,
  },
  'GET /api/prepare/assets/:id/stops': {
    command: 'prepare assets stops',
    permission: 'register.read',
    summary: { ja: '停止時に影響を受けるシステム', en: 'What stops if this stops' },
    params: byId,
    query: answerPage,
    reply: answer,
  },
  'GET /api/prepare/assets/:id/reaches': {
    command: 'prepare assets reaches',
    permission: 'register.read',
    summary: { ja: '到達できる範囲', en: 'What can be reached from here' },
    params: byId,
    query: answerPage,
    reply: answer,
  },
  'GET /api/prepare/assets/:id/behind': {
    command: 'prepare assets behind',
    permission: 'register.read',
    summary: { ja: '中継機器の配下', en: 'What is behind this relay' },
    params: byId,
    query: answerPage,
    reply: answer,
  },
  'GET /api/prepare/assets/:id/gates/:toId': {
    command: 'prepare assets gates',
    permission: 'register.read',
    summary: {
      ja: '2点間で必ず経由する機器',
      en: 'What every connection between two systems passes through',
    },
    params: byId.extend({ toId: givenId }),
    reply: z.object({
      connected: z.boolean(),
      gates: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  'GET /api/prepare/providers/:party/uses': {
    command: 'prepare assets uses',
    permission: 'register.read',
    summary: { ja: 'この提供元に依存するシステム', en: 'What depends on this provider' },
    params: z.object({ party: z.string().max(80) }),
    query: answerPage,
    reply: answer,
  },
});
