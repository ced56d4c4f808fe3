import { z } from 'zod';
import { byId, contract } from '../../contract.ts';
import { ownLessonAnswered, ownLessonsSummary, ownLessonsView } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/own-lessons': {
    command: 'survey own-lessons list',
    permission: 'report.send',
    summary: {
      ja: '公表された教訓を受け取った報告書（新しい順）',
      en: 'Reports whose published lessons your organisation received, newest first',
    },
    reply: z.object({ published: z.array(ownLessonsSummary) }),
  },
  'GET /api/survey/own-lessons/:id': {
    command: 'survey own-lessons show',
    permission: 'report.send',
    summary: {
      ja: '公表された教訓、該当する台帳の行、回答',
      en: 'Published lessons, the matching rows of your registers, and your answers',
    },
    params: byId,
    reply: ownLessonsView,
  },
  'POST /api/survey/own-lessons/:id/answers': {
    command: 'survey own-lessons answer',
    permission: 'report.send',
    summary: {
      ja: '公表された教訓への回答（改善に反映、代替策、該当しない、反映しない）',
      en: 'Answer a published lesson: adopt, instead, does not apply, refuse',
    },
    params: byId,
    body: ownLessonAnswered,
    reply: z.object({ improvementId: z.string().nullable() }),
  },
});
