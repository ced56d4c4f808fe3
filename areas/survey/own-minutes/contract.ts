import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { minutesAnswered, ownMinutesSummary, ownMinutesView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/own-minutes': {
    command: 'survey own-minutes list',
    permission: 'report.send',
    summary: {
      ja: '確認を依頼されたヒアリングの議事録（新しい順）',
      en: 'Minutes your organisation was asked to confirm, newest first',
    },
    reply: z.object({ minutes: z.array(ownMinutesSummary) }),
  },
  'GET /api/survey/own-minutes/:id': {
    command: 'survey own-minutes show',
    permission: 'report.send',
    summary: { ja: '確認を依頼された議事録の内容', en: 'Minutes to confirm' },
    params: byId,
    reply: ownMinutesView,
  },
  'POST /api/survey/own-minutes/:id/answer': {
    command: 'survey own-minutes answer',
    permission: 'report.send',
    summary: { ja: '議事録の訂正・確認の送付', en: 'Send corrections to minutes, or confirm them' },
    params: byId,
    body: minutesAnswered,
    reply: done,
  },
});
