import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EXPORT_FORMATS, exportAssets } from '../../../areas/prepare/assets/export-assets.ts';
import { handInFile } from '../../../areas/prepare/assets/importing/hand-in-file.ts';
import { IMPORT_FORMATS } from '../../../areas/prepare/assets/importing/schema.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import type { SignedIn } from '../auth/authenticate.ts';
import type { ApiOptions } from './api.ts';
import { refuseOtherSites } from './same-site.ts';

const BODY_LIMIT = 32 * 1024 * 1024;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  cyclonedx: 'application/vnd.cyclonedx+json',
} as const;
const ENDINGS = { csv: 'csv', xlsx: 'xlsx', cyclonedx: 'cdx.json' } as const;

const incoming = z.object({ name: z.string().trim().min(1).max(200), format: z.enum(IMPORT_FORMATS) });
const outgoing = z.object({ format: z.enum(EXPORT_FORMATS).default('csv') });

/** Files of the systems register, in and out: they are bytes, so they stand beside the route table. */
export function mountAssetFiles(
  app: FastifyInstance,
  { authenticator, trustedOrigins, limitCaller }: ApiOptions,
): void {
  app.get('/api/prepare/assets/export', async (request, reply) => {
    const caller = await authenticator.authenticate(request);
    if (caller.byCookie) refuseOtherSites(request, trustedOrigins);
    await limitCaller(request, caller.ctx.actor.id);
    const asked = outgoing.safeParse(request.query);
    if (!asked.success) throw new Fault('invalid', { fields: fieldFaultsOf(asked.error, 'query') });
    const { format } = asked.data;
    const bytes = await exportAssets(caller.ctx, format);
    return reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="sonae-systems.${ENDINGS[format]}"`)
      .send(Buffer.from(bytes));
  });
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    // Before the body: nobody unknown has us hold so many bytes for them.
    const callers = new WeakMap<FastifyRequest, SignedIn>();
    scope.addHook('onRequest', async (request) => {
      const caller = await authenticator.authenticate(request);
      if (caller.byCookie) refuseOtherSites(request, trustedOrigins);
      await limitCaller(request, caller.ctx.actor.id);
      permit(caller.ctx, 'register.manage');
      callers.set(request, caller);
    });
    scope.post('/api/prepare/imports', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const caller = callers.get(request);
      if (!caller) throw new Fault('not-signed-in');
      const asked = incoming.safeParse(request.query);
      if (!asked.success) throw new Fault('invalid', { fields: fieldFaultsOf(asked.error, 'query') });
      const content = request.body;
      if (!(content instanceof Buffer) || content.length === 0)
        throw new Fault('malformed', { detail: { ja: 'ファイルが空です', en: 'The file is empty' } });
      const { name: fileName, format } = asked.data;
      return reply.send(await handInFile(caller.ctx, { fileName, format, content }));
    });
  });
}
