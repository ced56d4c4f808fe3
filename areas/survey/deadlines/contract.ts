import { z } from 'zod';
import { contract } from '../../contract.ts';
import { deadlinesKept, deadlinesView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/deadlines': {
    command: 'survey deadlines show',
    permission: 'survey.read',
    summary: {
      ja: '情報連絡の期限の版（新しい順）',
      en: 'Editions of the deadlines of reports, newest first',
    },
    reply: z.object({ editions: z.array(deadlinesView) }),
  },
  'PUT /api/survey/deadlines': {
    command: 'survey deadlines keep',
    permission: 'survey.manage',
    summary: { ja: '情報連絡の期限の新しい版の登録', en: 'Save a new edition of the deadlines of reports' },
    body: deadlinesKept,
    reply: z.object({ edition: z.number() }),
  },
});
