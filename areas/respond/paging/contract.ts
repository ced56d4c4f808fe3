import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { outboxEntry, outboxFilter, pageFilter, pageView, pagingSettings } from './schema.ts';

const named = z.object({ channel: z.string() });

export const contracts = contract({
  'GET /api/respond/pages': {
    command: 'respond pages list',
    permission: 'page.read',
    summary: { ja: '呼出の一覧（新しい順）', en: 'Pages, newest first' },
    query: pageFilter,
    reply: z.object({ pages: z.array(pageView), next: z.string().nullable() }),
  },
  'POST /api/respond/pages/:id/acknowledge': {
    command: 'respond pages acknowledge',
    permission: 'page.acknowledge',
    summary: { ja: '呼出に応答する', en: 'Acknowledge a page' },
    params: byId,
    reply: done,
  },
  'POST /api/respond/pages/:id/seen': {
    command: 'respond pages see',
    permission: 'page.acknowledge',
    summary: { ja: '自分への呼出を見たことを伝える', en: 'Tell that a page to oneself was seen' },
    params: byId,
    reply: done,
  },
  'POST /api/respond/incidents/:id/page': {
    command: 'respond incidents page',
    permission: 'page.command',
    summary: { ja: '当番を改めて呼び出す', en: 'Page whoever is on duty again' },
    params: byId,
    reply: done,
  },
  'GET /api/respond/outbox': {
    command: 'respond outbox list',
    permission: 'page.command',
    summary: {
      ja: '送信箱: 何を誰に送ったか、送れなかったか',
      en: 'Outbox: what was sent, and what was not',
    },
    query: outboxFilter,
    reply: z.object({ entries: z.array(outboxEntry), next: z.string().nullable() }),
  },
  'GET /api/respond/paging-settings': {
    command: 'respond paging-settings get',
    permission: 'channel.read',
    summary: {
      ja: '次の担当を呼ぶまでの時間と、まとめて送る間隔',
      en: 'How long one person has to answer, and what is sent together',
    },
    reply: pagingSettings,
  },
  'PUT /api/respond/paging-settings': {
    command: 'respond paging-settings set',
    permission: 'channel.manage',
    summary: { ja: '次の担当を呼ぶまでの時間を決める', en: 'Set how long one person has to answer' },
    body: pagingSettings,
    reply: done,
  },
  'POST /api/respond/channels/:channel/test': {
    command: 'respond channels test',
    permission: 'channel.manage',
    summary: { ja: '自分宛てにテスト送信する', en: 'Send yourself a test message' },
    params: named,
    reply: z.object({ accepted: z.boolean(), answer: z.string() }),
  },
});
