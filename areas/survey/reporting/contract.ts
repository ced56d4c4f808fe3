import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { ownAnswer, ownBegun, ownFilter, ownSaved, ownSent, ownSummary, ownView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/own-reports': {
    command: 'survey own-reports list',
    permission: 'report.send',
    summary: {
      ja: '自組織の情報連絡（新しい順）',
      en: 'Information reports of your organisation, newest first',
    },
    query: ownFilter,
    reply: z.object({
      reports: z.array(ownSummary),
      next: z.string().nullable(),
      /** Whom a report can be sent to: organisations whose key was confirmed. */
      recipients: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  'GET /api/survey/own-reports/:id': {
    command: 'survey own-reports show',
    permission: 'report.send',
    summary: { ja: '自組織の情報連絡', en: 'An information report of your organisation' },
    params: byId,
    reply: ownView,
  },
  'POST /api/survey/own-reports': {
    command: 'survey own-reports begin',
    permission: 'report.send',
    summary: {
      ja: '情報連絡の作成（インシデントの記録から記入）',
      en: 'Start an information report from the record of an incident',
    },
    body: ownBegun,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/survey/own-reports/:id': {
    command: 'survey own-reports save',
    permission: 'report.send',
    summary: { ja: '情報連絡の下書きの保存', en: 'Save the draft of an information report' },
    params: byId,
    body: ownSaved,
    reply: z.object({ seen: z.number() }),
  },
  'POST /api/survey/own-reports/:id/sending': {
    command: 'survey own-reports send',
    permission: 'report.send',
    summary: { ja: '情報連絡の送付', en: 'Send an information report' },
    params: byId,
    body: ownSent,
    reply: z.object({ version: z.number(), packageId: z.string() }),
  },
  'POST /api/survey/own-questions/:id/answer': {
    command: 'survey own-reports answer',
    permission: 'report.send',
    summary: { ja: '情報連絡についての質問への回答', en: 'Answer a question about an information report' },
    params: byId,
    body: ownAnswer,
    reply: done,
  },
});
