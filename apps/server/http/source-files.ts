import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LARGEST_FILE_BYTES } from '../../../areas/respond/attachments/schema.ts';
import { attachSource, readSource } from '../../../areas/survey/intake/attach-source.ts';
import { takeForm } from '../../../areas/survey/intake/take-form.ts';
import type { Context } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { givenId } from '../../../kernel/ids.ts';
import { permit } from '../../../kernel/permit.ts';
import type { ApiOptions } from './api.ts';
import { admit, fileRoute, mountFile, readShape } from './file-route.ts';

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
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LARGEST_FILE_BYTES },
      (_request, body, done) => done(null, body),
    );
    // Before the body: nobody unknown has us hold so many bytes for them.
    const callers = new WeakMap<FastifyRequest, Context>();
    scope.addHook('onRequest', async (request) => {
      const ctx = await admit(request, options);
      permit(ctx, ATTACH.permission);
      callers.set(request, ctx);
    });
    const taken = (request: FastifyRequest) => {
      const ctx = callers.get(request);
      if (!ctx) throw new Fault('not-signed-in');
      const { name } = readShape(named, request.query, 'query');
      return { ctx, name, content: request.body instanceof Buffer ? request.body : Buffer.alloc(0) };
    };
    const limit = { bodyLimit: LARGEST_FILE_BYTES };
    scope.post(ATTACH.key.replace('POST ', ''), limit, async (request, reply) => {
      const { ctx, name, content } = taken(request);
      const { id } = readShape(ofReport, request.params, 'params');
      return reply.send(await attachSource(ctx, id, name, content));
    });
    scope.post(FORM.key.replace('POST ', ''), limit, async (request, reply) => {
      const { ctx, name, content } = taken(request);
      return reply.send(await takeForm(ctx, name, content));
    });
  });
}
