import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { outboxEntry, outboxFilter, pageFilter, pageView, pagingRewrite, pagingSettings } from './schema.ts';

const named = z.object({ channel: z.string() });

export const contracts = contract({
  'GET /api/respond/pages': {
    command: 'respond pages list',
    permission: 'page.read',
    summary: { ja: '呼び出しの一覧（新しい順）', en: 'Pages, newest first' },
    query: pageFilter,
    reply: z.object({ pages: z.array(pageView), next: z.string().nullable() }),
  },
  'POST /api/respond/pages/:id/acknowledge': {
    command: 'respond pages acknowledge',
    permission: 'page.acknowledge',
    summary: { ja: '呼び出しへの応答', en: 'Acknowledge a page' },
    params: byId,
    reply: done,
  },
  'POST /api/respond/pages/:id/seen': {
    command: 'respond pages see',
    permission: 'page.acknowledge',
    summary: { ja: '自分への呼び出しの既読の通知', en: 'Mark a page to yourself as read' },
    params: byId,
    reply: done,
  },
  'POST /api/respond/incidents/:id/page': {
    command: 'respond incidents page',
    permission: 'page.command',
    summary: { ja: '当番の再呼び出し', en: 'Page the people on call again' },
    params: byId,
    reply: done,
  },
  'GET /api/respond/outbox': {
    command: 'respond outbox list',
    permission: 'page.command',
    summary: {
      ja: '送信箱：送信したメッセージと、送信できなかったメッセージ',
      en: 'Outbox: messages sent and not sent',
    },
    query: outboxFilter,
    reply: z.object({ entries: z.array(outboxEntry), next: z.string().nullable() }),
  },
  'GET /api/respond/paging-settings': {
    command: 'respond paging-settings get',
    permission: 'channel.read',
    summary: {
      ja: '次の担当を呼び出すまでの時間と、まとめて送信する間隔',
      en: 'Escalation and bundling times',
    },
    reply: pagingSettings,
  },
  'PUT /api/respond/paging-settings': {
    command: 'respond paging-settings set',
    permission: 'channel.manage',
    summary: {
      ja: '次の担当を呼び出すまでの時間の設定（読み取った内容を seen に指定）',
      en: 'Set escalation and bundling times; pass what you read as seen',
    },
    body: pagingRewrite,
    reply: done,
  },
  'POST /api/respond/channels/:channel/test': {
    command: 'respond channels test',
    permission: 'channel.manage',
    summary: { ja: '自分宛てのテスト送信', en: 'Send yourself a test message' },
    params: named,
    reply: z.object({ accepted: z.boolean(), answer: z.string() }),
  },
});
