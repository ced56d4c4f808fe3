import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { NOTICE_KINDS, NOTICE_STATES, noticeFilter, noticeSettled, noticeView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/notices': {
    command: 'respond notices list',
    permission: 'room.read',
    summary: {
      ja: '依頼・報告・個別のお知らせの送信状態',
      en: 'Requests, briefs and individual notices, and what became of each',
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
      ja: '個別のお知らせの結果を記録する（電話で伝えた・戻ってきた）',
      en: 'Tell what became of an individual notice: told by telephone, or come back',
    },
    params: byId,
    body: noticeSettled.extend(happening),
    reply: done,
  },
});
