import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import {
  ownConsentGiven,
  ownConsentWithdrawn,
  ownReviewSaid,
  ownReviewSummary,
  ownReviewView,
} from './schema.ts';

export const contracts = contract({
  'GET /api/survey/own-reviews': {
    command: 'survey own-reviews list',
    permission: 'report.send',
    summary: {
      ja: '公表前の確認を依頼された資料（新しい順）',
      en: 'Documents your organisation was asked to review before publication, newest first',
    },
    reply: z.object({ reviews: z.array(ownReviewSummary) }),
  },
  'GET /api/survey/own-reviews/:id': {
    command: 'survey own-reviews show',
    permission: 'report.send',
    summary: {
      ja: '公表前の確認を依頼された資料の内容',
      en: 'A document to review before publication, part by part',
    },
    params: byId,
    reply: ownReviewView,
  },
  'POST /api/survey/own-reviews/:id/comments': {
    command: 'survey own-reviews comment',
    permission: 'report.send',
    summary: { ja: '公表前の資料への意見の送付', en: 'Send comments on a document before publication' },
    params: byId,
    body: ownReviewSaid,
    reply: done,
  },
  'POST /api/survey/own-reviews/:id/consent': {
    command: 'survey own-reviews consent',
    permission: 'report.send',
    summary: { ja: '公表への同意の送付', en: 'Send the consent to publication' },
    params: byId,
    body: ownConsentGiven,
    reply: done,
  },
  'POST /api/survey/own-reviews/:id/withdrawal': {
    command: 'survey own-reviews withdraw',
    permission: 'report.send',
    summary: { ja: '公表への同意の撤回', en: 'Withdraw the consent to publication' },
    params: byId,
    body: ownConsentWithdrawn,
    reply: done,
  },
});
