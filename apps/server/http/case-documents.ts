import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { printCases } from '../../../areas/learn/cases/print-cases.ts';
import { reportChoice } from '../../../areas/learn/cases/schema.ts';
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
  /** A name of the asker's own choosing, under which the progress can be asked for meanwhile. */
  watch: z.uuid().optional(),
  ...reportChoice.shape,
});
const watching = z.object({ watch: z.uuid() });
const params = z.object({ id: z.uuid().optional() });

/** Documents are files, not JSON: they stand beside the route table. */
export function mountCaseDocuments(
  app: FastifyInstance,
  { authenticator, trustedOrigins, limitCaller }: ApiOptions,
): void {
  const progress = new Map<string, { done: number; of: number }>();
  app.get('/api/learn/report/progress', async (request) => {
    const { ctx } = await authenticator.authenticate(request);
    const asked = watching.safeParse(request.query);
    if (!asked.success) throw new Fault('invalid', { fields: fieldFaultsOf(asked.error, 'query') });
    return progress.get(`${ctx.actor.id} ${asked.data.watch}`) ?? { done: 0, of: 0 };
  });
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
      const { lang, format, watch, ...choice } = asked.data;
      const name = `${ctx.actor.id} ${watch}`;
      const bytes = await printCases(ctx, one.data.id ?? choice, lang, format, (done, of) => {
        if (watch) progress.set(name, { done, of });
      }).finally(() => progress.delete(name));
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
