import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { answerPage, asset, assetFilter, assetView, GAPS, ranked, reached } from './schema.ts';

/** `changedAt` as it was read; null, or left out, for a new entry. */
const seen = z.string().nullable().optional();
const answer = z.object({ reached: z.array(reached), total: z.number(), next: z.number().nullable() });

export const contracts = contract({
  'GET /api/prepare/assets': {
    command: 'prepare assets list',
    permission: 'register.read',
    summary: { ja: 'システムの台帳（機器は kind=host で）', en: 'Systems register (hosts with kind=host)' },
    query: assetFilter,
    reply: z.object({ assets: z.array(assetView), next: z.string().nullable() }),
  },
  'GET /api/prepare/assets/recovery-order': {
    command: 'prepare assets recovery-order',
    permission: 'register.read',
    summary: { ja: '復旧の順番と理由', en: 'Recovery order, with reasons' },
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
    summary: { ja: '台帳の一件', en: 'One entry' },
    params: byId,
    reply: assetView,
  },
  'PUT /api/prepare/assets': {
    command: 'prepare assets keep',
    permission: 'register.manage',
    summary: {
      ja: '台帳に書く（書き換えるときは、読んだ changedAt を seen に）',
      en: 'Write an entry; to change one, give the changedAt you read as seen',
    },
    body: asset.extend({ seen }),
    reply: z.object({ id: z.string() }),
  },
  'POST /api/prepare/assets/:id/confirm': {
    command: 'prepare assets confirm',
    permission: 'register.manage',
    summary: {
      ja: '影響と目標復旧時間を主管が確認する',
      en: 'Confirm impact and recovery time as the owner',
    },
    params: byId,
    body: z.object({ seen }),
    reply: done,
  },
  'GET /api/prepare/assets/:id/stops': {
    command: 'prepare assets stops',
    permission: 'register.read',
    summary: { ja: '止まると何が止まるか', en: 'What stops when it stops' },
    params: byId,
    query: answerPage,
    reply: answer,
  },
  'GET /api/prepare/assets/:id/reaches': {
    command: 'prepare assets reaches',
    permission: 'register.read',
    summary: { ja: 'ここから何に届くか', en: 'What can be reached from it' },
    params: byId,
    query: answerPage,
    reply: answer,
  },
  'GET /api/prepare/assets/:id/behind': {
    command: 'prepare assets behind',
    permission: 'register.read',
    summary: { ja: 'この中継の先に何があるか', en: 'What stands behind this relay' },
    params: byId,
    query: answerPage,
    reply: answer,
  },
  'GET /api/prepare/assets/:id/gates/:toId': {
    command: 'prepare assets gates',
    permission: 'register.read',
    summary: { ja: '二つの間で必ず通るもの', en: 'What every connection between two things leads through' },
    params: byId.extend({ toId: z.uuid() }),
    reply: z.object({
      connected: z.boolean(),
      gates: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  'GET /api/prepare/providers/:party/uses': {
    command: 'prepare assets uses',
    permission: 'register.read',
    summary: { ja: 'この提供者に頼っているもの', en: 'What relies on this provider' },
    params: z.object({ party: z.string().max(80) }),
    query: answerPage,
    reply: answer,
  },
});
