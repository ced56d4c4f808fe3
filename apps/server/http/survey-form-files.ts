import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { lookAtForm } from '../../../areas/survey/forms/look-at-form.ts';
import { printEmptyForm } from '../../../areas/survey/forms/print-empty-form.ts';
import { MOST_FORM_BYTES } from '../../../areas/survey/forms/schema.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile, takeFile } from './file-route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const inLanguage = z.object({ lang: z.enum(['ja', 'en']).default('ja') });

const PRINT = fileRoute({
  key: 'GET /api/survey/form',
  command: 'survey form print',
  permission: 'organisation.read',
  summary: { ja: '情報連絡様式（XLSX）', en: 'The information report form as XLSX' },
  query: inLanguage,
  gives: [XLSX],
});
const READ = fileRoute({
  key: 'POST /api/survey/form/reading',
  command: 'survey form read',
  permission: 'survey.intake',
  summary: {
    ja: '記入された情報連絡様式の読み取り（10 MBまで、保存なし）',
    en: 'Read a filled-in report form (up to 10 MB); nothing is saved',
  },
  query: inLanguage,
  takes: 'application/octet-stream',
  gives: ['application/json'],
});
export const SURVEY_FORM_FILES = [PRINT, READ] as const;

/** The form of an information report, to be filled in and as it comes back. */
export function mountSurveyFormFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, PRINT, options, async (ctx, { query: { lang } }) => ({
    type: XLSX,
    name: `sonae-report-form-${lang}.xlsx`,
    bytes: await printEmptyForm(ctx, lang),
  }));
  takeFile(app, READ, options, { limit: MOST_FORM_BYTES }, (ctx, { query: { lang }, content }) =>
    lookAtForm(ctx, content, lang),
  );
}
