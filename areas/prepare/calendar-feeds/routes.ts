import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { makeFeed, revokeFeed } from './make-feed.ts';
import { feedView, feedWanted, leaveFile } from './schema.ts';
import { feedsOf } from './store.ts';
import { takeLeave } from './take-leave.ts';

export const routes = [
  route({
    key: 'GET /api/prepare/calendar-feeds',
    command: 'prepare calendar-feeds list',
    permission: 'roster.read',
    summary: { ja: '自分のカレンダー購読', en: 'One’s own calendar addresses' },
    reply: z.object({ feeds: z.array(feedView) }),
    handle: async (ctx) => {
      permit(ctx, 'roster.read');
      const feeds = await reading(ctx, (trx) => feedsOf(trx, ctx.actor.personId ?? ''));
      return {
        feeds: feeds.map(({ id, roster, madeAt }) => ({
          id,
          roster: roster === '' ? null : roster,
          madeAt: madeAt.toString(),
        })),
      };
    },
  }),
  route({
    key: 'POST /api/prepare/calendar-feeds',
    command: 'prepare calendar-feeds make',
    permission: 'roster.read',
    summary: {
      ja: 'カレンダーで購読するアドレスを作る（一度だけ表示）',
      en: 'Make an address for a calendar program; it is shown once',
    },
    body: feedWanted,
    reply: z.object({ url: z.string() }),
    handle: (ctx, { body }) => makeFeed(ctx, body.roster),
  }),
  route({
    key: 'DELETE /api/prepare/calendar-feeds/:id',
    command: 'prepare calendar-feeds revoke',
    permission: 'roster.read',
    summary: { ja: 'カレンダー購読をやめる', en: 'End a calendar address' },
    params: z.object({ id: z.uuid() }),
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await revokeFeed(ctx, params.id);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/leave-file',
    command: 'prepare leave take',
    permission: 'register.manage',
    summary: {
      ja: 'iCalendarの予定を不在として取り込む',
      en: 'Take events of an iCalendar file in as leave',
    },
    body: leaveFile,
    reply: z.object({ added: z.number(), known: z.number() }),
    handle: (ctx, { body }) => takeLeave(ctx, body),
  }),
] as const;
