import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LARGEST_FILE_BYTES } from '../../../areas/respond/attachments/schema.ts';
import { attachSource, readSource } from '../../../areas/survey/intake/attach-source.ts';
import { takeForm } from '../../../areas/survey/intake/take-form.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile, takeFile } from './file-route.ts';

const ofReport = z.object({ id: givenId });
const named = z.object({ name: z.string().trim().min(1).max(200) });

const ATTACH = fileRoute({
  key: 'POST /api/survey/reports/:id/sources',
  command: 'survey reports attach',
  permission: 'survey.intake',
  summary: {
    ja: '情報連絡の原本の添付（10 MBまで、ハッシュ値とともに保存）',
    en: 'Attach the source of a report (up to 10 MB), kept with its hash',
  },
  params: ofReport,
  query: named,
  takes: 'application/octet-stream',
  gives: ['application/json'],
});
const READ = fileRoute({
  key: 'GET /api/survey/reports/:id/sources/:sourceId',
  command: 'survey reports source',
  permission: 'survey.intake',
  summary: {
    ja: '情報連絡の原本（取得は記録されます）',
    en: 'The source of a report; downloading it is logged',
  },
  params: ofReport.extend({ sourceId: givenId }),
  gives: ['application/octet-stream'],
});
const FORM = fileRoute({
  key: 'POST /api/survey/forms',
  command: 'survey reports take-form',
  permission: 'survey.intake',
  summary: {
    ja: '記入された様式からの下書きの作成（10 MBまで、原本も保存）',
    en: 'Start a draft from a filled-in form (up to 10 MB); the file is kept as its source',
  },
  query: named,
  takes: 'application/octet-stream',
  gives: ['application/json'],
});
export const SOURCE_FILES = [ATTACH, READ, FORM] as const;

/** What reports were typed from, in and out; and forms that become drafts. */
export function mountSourceFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, READ, options, async (ctx, { params: { id, sourceId } }) => {
    const { name, content } = await readSource(ctx, id, sourceId);
    return { type: 'application/octet-stream', name, bytes: content };
  });
  const limits = { limit: LARGEST_FILE_BYTES };
  takeFile(app, ATTACH, options, limits, (ctx, { params: { id }, query: { name }, content }) =>
    attachSource(ctx, id, name, content),
  );
  takeFile(app, FORM, options, limits, (ctx, { query: { name }, content }) => takeForm(ctx, name, content));
}
