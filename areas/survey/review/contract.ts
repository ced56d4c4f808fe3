import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { caseReviews, reviewAnswered, reviewAsked, reviewLine, withdrawalTold } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/reviews': {
    command: 'survey reviews overview',
    permission: 'survey.intake',
    summary: {
      ja: '事業者に依頼した公開版の確認（新しい順）',
      en: 'Reviews operators were asked for, newest first',
    },
    reply: z.object({ reviews: z.array(reviewLine) }),
  },
  'GET /api/survey/cases/:id/reviews': {
    command: 'survey reviews list',
    permission: 'survey.intake',
    summary: {
      ja: '事例の公開版に対する事業者の意見と同意',
      en: 'What operators said of the public editions of a case, and their consent',
    },
    params: byId,
    reply: caseReviews,
  },
  'POST /api/survey/cases/:id/reviews': {
    command: 'survey reviews ask',
    permission: 'survey.manage',
    summary: {
      ja: '事業者への公開版の確認の依頼',
      en: 'Ask an operator to review the newest public edition',
    },
    params: byId,
    body: reviewAsked,
    reply: z.object({
      reviewId: z.string(),
      link: z.string().nullable(),
      mailed: z.boolean(),
      /** False: no code can be sent, for no other route than the link's is registered. */
      otherRoute: z.boolean(),
    }),
  },
  'POST /api/survey/reviews/:id/reminder': {
    command: 'survey reviews remind',
    permission: 'survey.manage',
    summary: { ja: '確認の依頼の再送', en: 'Remind an operator of a review' },
    params: byId,
    reply: done,
  },
  'POST /api/survey/reviews/:id/end': {
    command: 'survey reviews end',
    permission: 'survey.manage',
    summary: { ja: '確認用リンクの無効化', en: 'Revoke the link of a review' },
    params: byId,
    reply: done,
  },
  'POST /api/survey/review-comments/:id/answer': {
    command: 'survey reviews answer',
    permission: 'survey.manage',
    summary: { ja: '公開版への意見への回答', en: 'Answer a comment on a public edition' },
    params: byId,
    body: reviewAnswered,
    reply: done,
  },
  'POST /api/survey/reviews/:id/withdrawal': {
    command: 'survey reviews withdraw',
    permission: 'survey.manage',
    summary: {
      ja: '事業者の申し出による同意の撤回の記録',
      en: 'Record that an operator withdrew its consent',
    },
    params: byId,
    body: withdrawalTold,
    reply: done,
  },
});
