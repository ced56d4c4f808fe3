import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readArtefact } from '../../../areas/survey/publication/look-at-publication.ts';
import { zipSite } from '../../../areas/survey/publication/site-of-body.ts';
import { givenId } from '../../../kernel/ids.ts';
import { DOCUMENT_FORMATS } from '../../../report/document/render.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
const ZIP = 'application/zip';

const REPORT = fileRoute({
  key: 'GET /api/survey/cycles/:id/publication/file',
  command: 'survey publication file',
  permission: 'survey.read',
  summary: { ja: '公表した報告書のファイル', en: 'A file of a published report' },
  params: z.object({ id: givenId }),
  query: z.object({
    number: z.coerce.number().int().positive(),
    lang: z.enum(['ja', 'en']).default('ja'),
    format: z.enum([...DOCUMENT_FORMATS, 'data']).default('pdf'),
  }),
  gives: Object.values(TYPES),
});
const SITE = fileRoute({
  key: 'GET /api/survey/site',
  command: 'survey publication site',
  permission: 'survey.read',
  summary: { ja: '公表サイト（ZIP）', en: 'The public site as a ZIP of plain files' },
  query: z.object({ address: z.url({ protocol: /^https?$/ }).optional() }),
  gives: [ZIP],
});
export const PUBLICATION_FILES = [REPORT, SITE] as const;

/** What was published, as files: those of an edition, and the site of all of them. */
export function mountPublicationFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, REPORT, options, async (ctx, { params, query: { number, lang, format } }) => {
    const [name, type] =
      format === 'data'
        ? (['edition.json', TYPES.json] as const)
        : ([`report-${lang}.${format}`, TYPES[format]] as const);
    return { type, name, bytes: await readArtefact(ctx, params.id, number, name) };
  });
  mountFile(app, SITE, options, async (ctx, { query: { address } }) => ({
    type: ZIP,
    name: 'survey-site.zip',
    bytes: await zipSite(ctx, address),
  }));
}
