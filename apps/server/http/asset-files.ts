import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EXPORT_FORMATS, exportAssets } from '../../../areas/prepare/assets/export-assets.ts';
import { handInFile } from '../../../areas/prepare/assets/importing/hand-in-file.ts';
import { IMPORT_FORMATS } from '../../../areas/prepare/assets/importing/schema.ts';
import type { Context } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import type { ApiOptions } from './api.ts';
import { admit, fileRoute, mountFile, readShape } from './file-route.ts';

const BODY_LIMIT = 32 * 1024 * 1024;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  cyclonedx: 'application/vnd.cyclonedx+json',
} as const;
const ENDINGS = { csv: 'csv', xlsx: 'xlsx', cyclonedx: 'cdx.json' } as const;

const EXPORT = fileRoute({
  key: 'GET /api/prepare/assets/export',
  command: 'prepare assets export',
  permission: 'register.read',
  summary: { ja: 'システム台帳のファイル', en: 'The systems register as a file' },
  query: z.object({ format: z.enum(EXPORT_FORMATS).default('csv') }),
  gives: Object.values(TYPES),
});
const incoming = z.object({ name: z.string().trim().min(1).max(200), format: z.enum(IMPORT_FORMATS) });
const IMPORT = fileRoute({
  key: 'POST /api/prepare/imports',
  command: 'prepare imports hand-in',
  permission: 'register.manage',
  summary: { ja: '取り込むファイルの送信（32 MBまで）', en: 'Upload a file to import (up to 32 MB)' },
  query: incoming,
  takes: 'application/octet-stream',
  gives: ['application/json'],
});
export const ASSET_FILES = [EXPORT, IMPORT] as const;

/** Files of the systems register, in and out. */
export function mountAssetFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, EXPORT, options, async (ctx, { query: { format } }) => ({
    type: TYPES[format],
    name: `sonae-systems.${ENDINGS[format]}`,
    bytes: Buffer.from(await exportAssets(ctx, format)),
  }));
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    // Before the body: nobody unknown has us hold so many bytes for them.
    const callers = new WeakMap<FastifyRequest, Context>();
    scope.addHook('onRequest', async (request) => {
      const ctx = await admit(request, options);
      permit(ctx, IMPORT.permission);
      callers.set(request, ctx);
    });
    scope.post('/api/prepare/imports', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const ctx = callers.get(request);
      if (!ctx) throw new Fault('not-signed-in');
      const { name: fileName, format } = readShape(incoming, request.query, 'query');
      const content = request.body;
      if (!(content instanceof Buffer) || content.length === 0)
        throw new Fault('malformed', { detail: { ja: 'ファイルが空です', en: 'The file is empty' } });
      return reply.send(await handInFile(ctx, { fileName, format, content }));
    });
  });
}
