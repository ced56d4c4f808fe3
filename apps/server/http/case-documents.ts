import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { printCases } from '../../../areas/learn/cases/print-cases.ts';
import { type ReportAbout, reportAbout, reportChoice } from '../../../areas/learn/cases/schema.ts';
import type { Context } from '../../../database/transaction.ts';
import { givenId } from '../../../kernel/ids.ts';
import { DOCUMENT_FORMATS } from '../../../report/document/render.ts';
import type { ApiOptions } from './api.ts';
import { admit, type File, fileRoute, mountFile, readShape } from './file-route.ts';

const TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

const form = z.object({
  lang: z.enum(['ja', 'en']).default('ja'),
  format: z.enum(DOCUMENT_FORMATS).default('pdf'),
  /** A name of the asker's own choosing, under which the progress can be asked for meanwhile. */
  watch: z.uuid().optional(),
});

const REPORT = fileRoute({
  key: 'GET /api/learn/report',
  command: 'learn report document',
  permission: 'case.read',
  summary: { ja: 'レビュー済みの事例の報告書', en: 'A report of reviewed cases' },
  query: form.extend(reportChoice.shape).extend(reportAbout.shape),
  gives: Object.values(TYPES),
});
const ONE_CASE = fileRoute({
  key: 'GET /api/learn/cases/:id/document',
  command: 'learn cases document',
  permission: 'case.read',
  summary: { ja: '事例一件の文書', en: 'One case as a document' },
  params: z.object({ id: givenId }),
  query: form,
  gives: Object.values(TYPES),
});
export const CASE_FILES = [REPORT, ONE_CASE] as const;

const watching = z.object({ watch: z.uuid() });

/** Documents of cases, and how far one that is being made has come. */
export function mountCaseDocuments(app: FastifyInstance, options: ApiOptions): void {
  const progress = new Map<string, { done: number; of: number }>();
  app.get('/api/learn/report/progress', async (request) => {
    const ctx = await admit(request, options);
    const { watch } = readShape(watching, request.query, 'query');
    return progress.get(`${ctx.actor.id} ${watch}`) ?? { done: 0, of: 0 };
  });
  const print = async (
    ctx: Context,
    wanted: Parameters<typeof printCases>[1],
    { lang, format, watch }: z.output<typeof form>,
    about: ReportAbout = {},
  ): Promise<File> => {
    const watched = `${ctx.actor.id} ${watch}`;
    const { name, bytes } = await printCases(ctx, wanted, {
      language: lang,
      format,
      about,
      onFigure: (done, of) => {
        if (watch) progress.set(watched, { done, of });
      },
    }).finally(() => progress.delete(watched));
    return { type: TYPES[format], name: `${name}-${lang}.${format}`, bytes: Buffer.from(bytes) };
  };
  mountFile(app, REPORT, options, (ctx, { query: { lang, format, watch, ...rest } }) => {
    const { issuer, fiscalYear, programme, date, selection, ...choice } = rest;
    return print(ctx, choice, { lang, format, watch }, { issuer, fiscalYear, programme, date, selection });
  });
  mountFile(app, ONE_CASE, options, (ctx, { params, query }) => print(ctx, params.id, query));
}
