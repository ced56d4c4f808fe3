import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { printPack, sealPack } from '../../../areas/prepare/pack/print-pack.ts';
import { passphrase } from '../../../areas/prepare/pack/schema.ts';
import type { Context } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { PACK_FORMATS } from '../../../report/document/render-pack.ts';
import type { ApiOptions } from './api.ts';
import { refuseOtherSites } from './same-site.ts';

const TYPES = { pdf: 'application/pdf', html: 'text/html; charset=utf-8' } as const;
const asked = z.object({
  lang: z.enum(['ja', 'en']).default('ja'),
  format: z.enum(PACK_FORMATS).default('pdf'),
});

/** The pack is a file, not JSON: it stands beside the route table. */
export function mountPackFiles(
  app: FastifyInstance,
  { authenticator, trustedOrigins, limitCaller }: ApiOptions,
): void {
  const admitted = async (request: FastifyRequest): Promise<Context> => {
    const caller = await authenticator.authenticate(request);
    if (caller.byCookie) refuseOtherSites(request, trustedOrigins);
    await limitCaller(request, caller.ctx.actor.id);
    return caller.ctx;
  };
  const read = <S extends z.ZodType>(shape: S, value: unknown, where: string): z.output<S> => {
    const parsed = shape.safeParse(value);
    if (!parsed.success) throw new Fault('invalid', { fields: fieldFaultsOf(parsed.error, where) });
    return parsed.data;
  };
  app.get('/api/prepare/pack/file', async (request, reply) => {
    const ctx = await admitted(request);
    const { lang, format } = read(asked, request.query, 'query');
    const bytes = await printPack(ctx, lang, format);
    return reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="sonae-pack-${lang}.${format}"`)
      .send(Buffer.from(bytes));
  });
  // A passphrase has no place in an address.
  app.post('/api/prepare/pack/file', async (request, reply) => {
    const ctx = await admitted(request);
    const { lang, format, ...rest } = read(asked.extend({ passphrase }), request.body, 'body');
    const bytes = await sealPack(ctx, lang, format, rest.passphrase);
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="sonae-pack-${lang}.${format}.age"`)
      .send(Buffer.from(bytes));
  });
}
