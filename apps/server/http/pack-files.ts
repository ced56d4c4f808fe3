import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { printPack, sealPack } from '../../../areas/prepare/pack/print-pack.ts';
import { passphrase } from '../../../areas/prepare/pack/schema.ts';
import { PACK_FORMATS } from '../../../report/document/render-pack.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPES = { pdf: 'application/pdf', html: 'text/html; charset=utf-8' } as const;
const SEALED = 'application/octet-stream';
const asked = z.object({
  lang: z.enum(['ja', 'en']).default('ja'),
  format: z.enum(PACK_FORMATS).default('pdf'),
});

const OPEN_PACK = fileRoute({
  key: 'GET /api/prepare/pack/file',
  command: 'prepare pack file',
  permission: 'register.read',
  summary: { ja: '持ち出しパックのファイル', en: 'The grab-and-go pack as a file' },
  query: asked,
  gives: Object.values(TYPES),
});
// A passphrase has no place in an address.
const SEALED_PACK = fileRoute({
  key: 'POST /api/prepare/pack/file',
  command: 'prepare pack seal',
  permission: 'register.read',
  summary: {
    ja: '暗号化した持ち出しパック（age 形式）',
    en: 'The grab-and-go pack, encrypted with a passphrase (age)',
  },
  body: asked.extend({ passphrase }),
  gives: [SEALED],
});
export const PACK_FILES = [OPEN_PACK, SEALED_PACK] as const;

/** The pack, open or sealed. */
export function mountPackFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, OPEN_PACK, options, async (ctx, { query: { lang, format } }) => ({
    type: TYPES[format],
    name: `sonae-pack-${lang}.${format}`,
    bytes: Buffer.from(await printPack(ctx, lang, format)),
  }));
  mountFile(app, SEALED_PACK, options, async (ctx, { body: { lang, format, ...rest } }) => ({
    type: SEALED,
    name: `sonae-pack-${lang}.${format}.age`,
    bytes: Buffer.from(await sealPack(ctx, lang, format, rest.passphrase)),
  }));
}
