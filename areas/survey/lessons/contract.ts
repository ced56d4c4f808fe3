import { z } from 'zod';
import { byId, contract } from '../../contract.ts';
import { lessonCountsView, lessonsSending } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/publications/:id/lessons': {
    command: 'survey lessons counts',
    permission: 'survey.intake',
    summary: {
      ja: '公表した教訓への回答の件数（3事業者未満は非表示）',
      en: 'Counts of answers to published lessons; hidden below three operators',
    },
    params: byId,
    reply: lessonCountsView,
  },
  'POST /api/survey/publications/:id/lessons': {
    command: 'survey lessons send',
    permission: 'survey.manage',
    summary: {
      ja: '公表した教訓の事業者への送付（指定がなければ鍵を確認済みの全組織）',
      en: 'Send published lessons to operators; to every organisation with a confirmed key unless some are named',
    },
    params: byId,
    body: lessonsSending,
    reply: z.object({ sent: z.number() }),
  },
});
