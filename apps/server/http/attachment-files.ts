import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachFile } from '../../../areas/respond/attachments/attach-file.ts';
import { readAttachment } from '../../../areas/respond/attachments/read-attachment.ts';
import {
  ATTACHMENT_TYPES,
  attaching,
  isPicture,
  LARGEST_FILE_BYTES,
} from '../../../areas/respond/attachments/schema.ts';
import { FILE_TOO_LARGE } from '../../../areas/respond/attachments/words.ts';
import type { Context } from '../../../database/transaction.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { admit, fileRoute, readShape, takeFile } from './file-route.ts';

const ofIncident = z.object({ id: givenId });
const ofAttachment = ofIncident.extend({ attachmentId: givenId });

const ATTACH = fileRoute({
  key: 'POST /api/respond/incidents/:id/attachments',
  command: 'respond timeline attach',
  permission: 'timeline.write',
  summary: {
    ja: '時系列へのファイルの添付（10 MBまで。JPEG・PNG・WebP・GIF画像の位置情報は削除）',
    en: 'Attach a file to the timeline (up to 10 MB; location data is removed from JPEG, PNG, WebP and GIF)',
  },
  params: ofIncident,
  query: attaching,
  takes: 'application/octet-stream',
  gives: ['application/json'],
});
const READ = fileRoute({
  key: 'GET /api/respond/incidents/:id/attachments/:attachmentId',
  command: 'respond timeline attachment',
  permission: 'incident.read',
  summary: { ja: '時系列の添付ファイル', en: 'A file attached to the timeline' },
  params: ofAttachment,
  gives: ATTACHMENT_TYPES,
});
export const ATTACHMENT_FILES = [ATTACH, READ] as const;

/** The name twice (RFC 6266): for whoever reads no more than ASCII, and as it is. */
function disposition(type: string, name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${isPicture(type) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

async function sendAttachment(ctx: Context, request: FastifyRequest, reply: FastifyReply) {
  const { id, attachmentId } = readShape(ofAttachment, request.params, 'params');
  const known = /^"([0-9a-f]{64})"$/.exec(request.headers['if-none-match'] ?? '')?.[1];
  const { name, type, sha256, content } = await readAttachment(ctx, id, attachmentId, known);
  reply
    // Kept by this browser alone, and shown again only once it was asked whether it still may be.
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${sha256}"`)
    .header('x-content-type-options', 'nosniff')
    // Opened by itself it is a page of nobody: nothing in it runs, whatever it holds.
    .header('content-security-policy', `default-src 'none'; sandbox; frame-ancestors 'none'`)
    .header('content-disposition', disposition(type, name));
  if (!content) return reply.code(304).send();
  return reply
    .type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** Files on the timeline of an incident, in and out. */
export function mountAttachmentFiles(app: FastifyInstance, options: ApiOptions): void {
  app.get(READ.key.replace('GET ', ''), async (request, reply) =>
    sendAttachment(await admit(request, options), request, reply),
  );
  const limits = { limit: LARGEST_FILE_BYTES, tooLarge: FILE_TOO_LARGE };
  takeFile(app, ATTACH, options, limits, (ctx, { params: { id }, query, content }) =>
    attachFile(ctx, id, query, content),
  );
}
