import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { doorOpened, doorView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/reports/:id/doors': {
    command: 'survey doors list',
    permission: 'survey.intake',
    summary: { ja: '情報連絡の入力ページの案内先', en: 'Who was sent the form of a report' },
    params: byId,
    reply: z.object({ doors: z.array(doorView) }),
  },
  'POST /api/survey/doors': {
    command: 'survey doors open',
    permission: 'survey.intake',
    summary: {
      ja: '情報連絡の入力ページの案内（アカウント不要のリンクの送付）',
      en: 'Send an operator a link to the report form; no account is needed',
    },
    body: doorOpened,
    reply: z.object({ reportId: z.string(), link: z.string(), mailed: z.boolean() }),
  },
  'POST /api/survey/doors/:id/close': {
    command: 'survey doors close',
    permission: 'survey.intake',
    summary: { ja: '情報連絡の入力ページの終了', en: 'Close the form sent to an operator' },
    params: byId,
    reply: done,
  },
});
