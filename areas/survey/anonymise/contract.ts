import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract } from '../../contract.ts';
import { editionLog, editionsView, editionView } from './schema.ts';

const byNumber = z.object({ id: givenId, number: z.coerce.number().int().positive().max(100_000) });

export const contracts = contract({
  'GET /api/survey/cases/:id/editions': {
    command: 'survey public-editions list',
    permission: 'survey.intake',
    summary: {
      ja: '事例の公開版（新しい順）と、公開までに残る事項',
      en: 'Public editions of a case, newest first, and what is still open before publication',
    },
    params: byId,
    reply: editionsView,
  },
  'POST /api/survey/cases/:id/editions': {
    command: 'survey public-editions make',
    permission: 'survey.manage',
    summary: { ja: '事例の公開版の作成', en: 'Make a public edition of a case' },
    params: byId,
    body: z.object({}),
    reply: z.object({ number: z.number(), hash: z.string() }),
  },
  'GET /api/survey/cases/:id/editions/:number': {
    command: 'survey public-editions show',
    permission: 'survey.intake',
    summary: { ja: '事例の公開版の内容', en: 'A public edition of a case' },
    params: byNumber,
    reply: editionView,
  },
  'GET /api/survey/cases/:id/editions/:number/replacements': {
    command: 'survey public-editions replacements',
    permission: 'survey.manage',
    summary: {
      ja: '公開版の置換の記録（閲覧は記録されます）',
      en: 'What was replaced in a public edition; reading it is recorded',
    },
    params: byNumber,
    reply: editionLog,
  },
});
