import { z } from 'zod';
import { CHANNELS } from '../../../channels/registry.ts';
import { publicKey } from '../../../channels/web-push/index.ts';
import { reading } from '../../../database/transaction.ts';
import { fieldView } from '../../../kernel/form.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { openSettings } from './channel-secrets.ts';
import { configureChannel } from './configure-channel.ts';
import { seePage } from './hear-device.ts';
import { listOutbox, pagesWithAttempts } from './list-pages.ts';
import { pageAgain } from './page-again.ts';
import {
  channelChange,
  channelView,
  outboxEntry,
  outboxFilter,
  pageFilter,
  pageView,
  pagingSettings,
} from './schema.ts';
import { setPaging } from './set-paging.ts';
import { readChannel, readSettings } from './store.ts';
import { testChannel } from './test-channel.ts';

const one = z.object({ id: z.uuid() });
const named = z.object({ channel: z.string() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/pages',
    command: 'respond pages list',
    permission: 'page.read',
    summary: { ja: '呼出の一覧（新しい順）', en: 'Pages, newest first' },
    query: pageFilter,
    reply: z.object({ pages: z.array(pageView), next: z.string().nullable() }),
    handle: (ctx, { query }) => pagesWithAttempts(ctx, query),
  }),
  route({
    key: 'POST /api/respond/pages/:id/acknowledge',
    command: 'respond pages acknowledge',
    permission: 'page.acknowledge',
    summary: { ja: '呼出に応答する', en: 'Acknowledge a page' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await acknowledgePage(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/pages/:id/seen',
    command: 'respond pages see',
    permission: 'page.acknowledge',
    summary: { ja: '自分への呼出を見たことを伝える', en: 'Tell that a page to oneself was seen' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await seePage(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/page',
    command: 'respond incidents page',
    permission: 'page.command',
    summary: { ja: '当番を改めて呼び出す', en: 'Page whoever is on duty again' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await pageAgain(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/outbox',
    command: 'respond outbox list',
    permission: 'page.command',
    summary: {
      ja: '送信箱: 何を誰に送ったか、送れなかったか',
      en: 'Outbox: what was sent, and what was not',
    },
    query: outboxFilter,
    reply: z.object({ entries: z.array(outboxEntry), next: z.string().nullable() }),
    handle: (ctx, { query }) => listOutbox(ctx, query),
  }),
  route({
    key: 'GET /api/respond/paging-settings',
    command: 'respond paging-settings get',
    permission: 'channel.read',
    summary: {
      ja: '次の担当を呼ぶまでの時間と、まとめて送る間隔',
      en: 'How long one person has to answer, and what is sent together',
    },
    reply: pagingSettings,
    handle: async (ctx) => {
      permit(ctx, 'channel.read');
      return reading(ctx, readSettings);
    },
  }),
  route({
    key: 'PUT /api/respond/paging-settings',
    command: 'respond paging-settings set',
    permission: 'channel.manage',
    summary: { ja: '次の担当を呼ぶまでの時間を決める', en: 'Set how long one person has to answer' },
    body: pagingSettings,
    reply: done,
    handle: async (ctx, { body }) => {
      await setPaging(ctx, body);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/push-key',
    command: 'respond push-key get',
    permission: 'page.acknowledge',
    summary: {
      ja: 'この端末を通知先にするための鍵',
      en: 'The key a browser needs to let its device be notified',
    },
    // Null where push is not set up.
    reply: z.object({ key: z.string().nullable() }),
    handle: async (ctx) => {
      permit(ctx, 'page.acknowledge');
      const stored = await reading(ctx, (trx) => readChannel(trx, 'web-push'));
      return { key: (stored && publicKey(openSettings(ctx.instance.secret, stored))) ?? null };
    },
  }),
  route({
    key: 'GET /api/respond/channels',
    command: 'respond channels list',
    permission: 'channel.read',
    summary: { ja: '通知手段と設定項目', en: 'Channels and their settings' },
    reply: z.object({ channels: z.array(channelView) }),
    handle: async (ctx) => {
      permit(ctx, 'channel.read');
      const settings = await reading(ctx, async (trx) => {
        const stored = new Map<string, Awaited<ReturnType<typeof readChannel>>>();
        for (const { id } of CHANNELS) stored.set(id, await readChannel(trx, id));
        return stored;
      });
      return {
        channels: CHANNELS.map(({ id, name, help, fields }) => ({
          id,
          name,
          help,
          fields: fields.map(fieldView),
          inbound: id === 'sms' ? `${ctx.instance.baseUrl}/hooks/provider/${ctx.orgId}/sms` : null,
          configured: settings.get(id) !== undefined,
          settings: settings.get(id)?.settings ?? {},
        })),
      };
    },
  }),
  route({
    key: 'PUT /api/respond/channels/:channel',
    command: 'respond channels configure',
    permission: 'channel.manage',
    summary: { ja: '通知手段を設定する', en: 'Configure a channel' },
    params: named,
    body: channelChange,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await configureChannel(ctx, params.channel, body.settings);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/channels/:channel/test',
    command: 'respond channels test',
    permission: 'channel.manage',
    summary: { ja: '自分宛てにテスト送信する', en: 'Send yourself a test message' },
    params: named,
    reply: z.object({ accepted: z.boolean(), answer: z.string() }),
    handle: (ctx, { params }) => testChannel(ctx, params.channel),
  }),
] as const;
