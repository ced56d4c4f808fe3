import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findMark, markContent } from '../../../areas/prepare/organisation-mark/index.ts';
import { LARGEST_MARK_BYTES, MARK_TYPES, markSeen } from '../../../areas/prepare/organisation-mark/schema.ts';
import { setMark } from '../../../areas/prepare/organisation-mark/set-mark.ts';
import { MARK_TOO_LARGE } from '../../../areas/prepare/organisation-mark/words.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import type { ApiOptions } from './api.ts';
import { admit, fileRoute, takeFile } from './file-route.ts';

const SET = fileRoute({
  key: 'POST /api/prepare/organisation/mark',
  command: 'prepare organisation set-logo',
  permission: 'organisation.manage',
  summary: {
    ja: '組織のロゴの登録（PNG・JPEG・WebP、256 KBまで。変更時は、読み取ったロゴのハッシュを seen に指定）',
    en: 'Set the organisation logo (PNG, JPEG or WebP, up to 256 KB); to replace one, pass its hash as seen',
  },
  query: markSeen,
  takes: 'application/octet-stream',
  gives: ['application/json'],
});
const READ = fileRoute({
  key: 'GET /api/prepare/organisation/mark',
  command: 'prepare organisation logo',
  permission: 'account.own',
  summary: { ja: '組織のロゴ', en: 'The organisation logo' },
  gives: MARK_TYPES,
});
export const MARK_FILES = [SET, READ] as const;

/** Hands the mark out as the picture it is. @throws Fault `not-found` where there is none */
export async function sendMark(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  caching: string,
): Promise<FastifyReply> {
  const known = /^"([0-9a-f]{64})"$/.exec(request.headers['if-none-match'] ?? '')?.[1];
  const found = await reading(ctx, async (trx) => {
    const mark = await findMark(trx);
    return mark && { mark, content: mark.sha256 === known ? undefined : await markContent(trx) };
  });
  if (!found) throw new Fault('not-found');
  const { mark, content } = found;
  reply
    .header('cache-control', caching)
    .header('etag', `"${mark.sha256}"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', `default-src 'none'; sandbox; frame-ancestors 'none'`);
  if (!content) return reply.code(304).send();
  return reply.type(mark.type).send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** The organisation's mark, in and out. */
export function mountMarkFiles(app: FastifyInstance, options: ApiOptions): void {
  app.get(READ.key.replace('GET ', ''), async (request, reply) => {
    const ctx = await admit(request, options);
    permit(ctx, READ.permission);
    return sendMark(ctx, request, reply, 'private, no-cache');
  });
  const limits = { limit: LARGEST_MARK_BYTES, tooLarge: MARK_TOO_LARGE };
  takeFile(app, SET, options, limits, (ctx, { query: { seen }, content }) => setMark(ctx, content, seen));
}
