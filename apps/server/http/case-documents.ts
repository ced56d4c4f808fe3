import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { printCases } from '../../../areas/learn/cases/print-cases.ts';
import { Fault } from '../../../kernel/errors.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { DOCUMENT_FORMATS } from '../../../report/document/render.ts';
import type { ApiOptions } from './api.ts';
import { refuseOtherSites } from './same-site.ts';

const TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

const query = z.object({
  lang: z.enum(['ja', 'en']).default('ja'),
  format: z.enum(DOCUMENT_FORMATS).default('pdf'),
});
const params = z.object({ id: z.uuid().optional() });

/** Documents are files, not JSON: they stand beside the route table. */
export function mountCaseDocuments(
  app: FastifyInstance,
  { authenticator, trustedOrigins, limitCaller }: ApiOptions,
): void {
  for (const url of ['/api/learn/report', '/api/learn/cases/:id/document'])
    app.get(url, async (request, reply) => {
      const caller = await authenticator.authenticate(request);
      if (caller.byCookie) refuseOtherSites(request, trustedOrigins);
      const { ctx } = caller;
      await limitCaller(request, ctx.actor.id);
      const one = params.safeParse(request.params);
      if (!one.success) throw new Fault('not-found');
      const asked = query.safeParse(request.query);
      if (!asked.success) throw new Fault('invalid', { fields: fieldFaultsOf(asked.error, 'query') });
      const { lang, format } = asked.data;
      const bytes = await printCases(ctx, one.data.id, lang, format);
      return (
        reply
          .type(TYPES[format])
          // A file to keep, never a page of this site.
          .header(
            'content-disposition',
            `attachment; filename="sonae-${one.data.id ?? 'report'}-${lang}.${format}"`,
          )
          .send(Buffer.from(bytes))
      );
    });
}
