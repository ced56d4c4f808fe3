import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { lookAtEdition } from '../../../areas/survey/anonymise/read-edition.ts';
import { ownReviewPages } from '../../../areas/survey/own-reviews/look-at-own-reviews.ts';
import type { House } from '../../../areas/system-context.ts';
import { Fault } from '../../../kernel/errors.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { type File, fileRoute, mountFile } from './file-route.ts';
import { type PagesOf, reviewFigures, reviewPdf } from './review-document.ts';

const TYPES = { pdf: 'application/pdf', svg: 'image/svg+xml' } as const;
/** The pages as they are printed, or the figure alone. */
const form = z.object({
  lang: z.enum(['ja', 'en']).default('ja'),
  format: z.enum(['pdf', 'svg']).default('pdf'),
});

const EDITION = fileRoute({
  key: 'GET /api/survey/cases/:id/editions/:number/pages',
  command: 'survey public-editions pages',
  permission: 'survey.intake',
  summary: { ja: '事例の公開版の紙面', en: 'The pages of a public edition' },
  params: z.object({ id: givenId, number: z.coerce.number().int().positive().max(100_000) }),
  query: form,
  gives: Object.values(TYPES),
});
const OWN = fileRoute({
  key: 'GET /api/survey/own-reviews/:id/pages',
  command: 'survey own-reviews pages',
  permission: 'report.send',
  summary: { ja: '公表前の確認を依頼された資料の紙面', en: 'The pages to review before publication' },
  params: z.object({ id: givenId }),
  query: form,
  gives: Object.values(TYPES),
});
export const REVIEW_FILES = [EDITION, OWN] as const;

async function fileOf(
  pages: PagesOf,
  edition: number,
  { lang, format }: z.output<typeof form>,
): Promise<File> {
  const name = `edition-${edition}-${lang}.${format}`;
  if (format === 'pdf') return { type: TYPES.pdf, name, bytes: await reviewPdf(pages) };
  const [svg] = await reviewFigures(pages);
  if (svg === undefined) throw new Fault('not-found');
  return { type: TYPES.svg, name, bytes: Buffer.from(svg) };
}

/** Pages that are reviewed, for whoever asks and for whoever was asked. */
export function mountReviewFiles(app: FastifyInstance, options: ApiOptions, house: House): void {
  mountFile(app, EDITION, options, async (ctx, { params, query }) => {
    const { document } = await lookAtEdition(ctx, params.id, params.number);
    const pages = { house, orgId: ctx.orgId, now: ctx.now, document, language: query.lang };
    return fileOf(pages, params.number, query);
  });
  mountFile(app, OWN, options, async (ctx, { params, query }) => {
    const { document, edition } = await ownReviewPages(ctx, params.id);
    return fileOf({ house, orgId: ctx.orgId, now: ctx.now, document, language: query.lang }, edition, query);
  });
}
