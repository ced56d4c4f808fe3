import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { NOTICE_KINDS, NOTICE_STATES, noticeFilter, noticeSettled, noticeView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/notices': {
    command: 'respond notices list',
    permission: 'room.read',
    summary: {
      ja: '依頼・報告・個別通知の送信状態',
      en: 'Requests, briefs and individual notices with their delivery state',
    },
    params: byId,
    query: noticeFilter,
    reply: z.object({
      notices: z.array(noticeView),
      next: z.string().nullable(),
      counts: z.array(
        z.object({
          kind: z.enum(NOTICE_KINDS),
          about: z.string(),
          state: z.enum(NOTICE_STATES),
          count: z.number(),
        }),
      ),
    }),
  },
  'PUT /api/respond/notices/:id': {
    command: 'respond notices settle',
    permission: 'statement.write',
    summary: {
      ja: '個別通知の結果の記録（電話などで連絡済み・不達）',
      en: 'Record the result of an individual notice (informed by phone, or bounced)',
    },
    params: byId,
    body: noticeSettled.extend(happening),
    reply: done,
  },
});
