import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { printForm } from '../../../areas/respond/reports/forms/print-form.ts';
import { FORM_FORMATS } from '../../../areas/respond/reports/forms/schema.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
} as const;

const FORM = fileRoute({
  key: 'GET /api/respond/reports/:id/file',
  command: 'respond reports print',
  permission: 'room.read',
  summary: { ja: '報告の様式のファイル', en: 'A report form as a file' },
  params: z.object({ id: givenId }),
  query: z.object({ format: z.enum(FORM_FORMATS).default('xlsx'), lang: z.enum(['ja', 'en']).default('ja') }),
  gives: Object.values(TYPES),
});
export const REPORT_FILES = [FORM] as const;

/** Reports to authorities on their forms. */
export function mountReportFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, FORM, options, async (ctx, { params, query: { format, lang } }) => ({
    type: TYPES[format],
    name: `sonae-report-${lang}.${format}`,
    bytes: Buffer.from(await printForm(ctx, params.id, format, lang)),
  }));
}
