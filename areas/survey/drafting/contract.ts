import { z } from 'zod';
import { byId, contract } from '../../contract.ts';
import { draftView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/events/:id/draft': {
    command: 'survey events draft-state',
    permission: 'survey.intake',
    summary: { ja: '事案の起案の状況', en: 'Whether a case can be drafted of an event, or was' },
    params: byId,
    reply: draftView,
  },
  'POST /api/survey/events/:id/draft': {
    command: 'survey events draft',
    permission: 'survey.manage',
    summary: { ja: '事案の起案（報告と議事録から事例を作成）', en: 'Draft a case from reports and minutes' },
    params: byId,
    body: z.object({}),
    reply: z.object({ caseId: z.string() }),
  },
});
