import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { feedView, feedWanted, leaveFile, leaveTaken } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/calendar-feeds': {
    command: 'prepare calendar-feeds list',
    permission: 'roster.read',
    summary: { ja: '自分のカレンダー購読', en: 'Your calendar addresses' },
    reply: z.object({ feeds: z.array(feedView) }),
  },
  'POST /api/prepare/calendar-feeds': {
    command: 'prepare calendar-feeds make',
    permission: 'roster.read',
    summary: {
      ja: 'カレンダー購読アドレスの作成（一度だけ表示）',
      en: 'Create a calendar address; it is shown only once',
    },
    body: feedWanted,
    reply: z.object({ url: z.string() }),
  },
  'DELETE /api/prepare/calendar-feeds/:id': {
    command: 'prepare calendar-feeds revoke',
    permission: 'roster.read',
    summary: { ja: 'カレンダー購読の終了', en: 'End a calendar address' },
    params: byId,
    reply: done,
  },
  'POST /api/prepare/leave-file': {
    command: 'prepare leave take',
    permission: 'register.manage',
    summary: {
      ja: 'iCalendarの予定の不在としての取り込み',
      en: 'Import events of an iCalendar file as leave',
    },
    body: leaveFile,
    reply: leaveTaken,
  },
});
