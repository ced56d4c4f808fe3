import { byId, contract } from '../../contract.ts';
import { caseReviews } from './schema.ts';

export const contracts = contract({
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
});
