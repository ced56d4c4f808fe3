import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { printRecord, RECORD_FORMATS } from '../../../areas/survey/selection/print-record.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPES = { pdf: 'application/pdf', json: 'application/json; charset=utf-8' } as const;

const RECORD = fileRoute({
  key: 'GET /api/survey/cycles/:id/selection/record',
  command: 'survey selection print',
  permission: 'survey.read',
  summary: { ja: '署名した選定の記録のファイル', en: 'The signed record of a selection as a file' },
  params: z.object({ id: givenId }),
  query: z.object({
    number: z.coerce.number().int().positive().optional(),
    format: z.enum(RECORD_FORMATS).default('pdf'),
    lang: z.enum(['ja', 'en']).default('ja'),
  }),
  gives: Object.values(TYPES),
});
export const SELECTION_FILES = [RECORD] as const;

export function mountSelectionFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, RECORD, options, async (ctx, { params, query: { number, format, lang } }) => ({
    type: TYPES[format],
    name: `sonae-selection-${lang}.${format}`,
    bytes: await printRecord(ctx, params.id, { number, format, language: lang }),
  }));
}
