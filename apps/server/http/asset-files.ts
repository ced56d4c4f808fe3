import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EXPORT_FORMATS, exportAssets } from '../../../areas/prepare/assets/export-assets.ts';
import { handInFile } from '../../../areas/prepare/assets/importing/hand-in-file.ts';
import { IMPORT_FORMATS } from '../../../areas/prepare/assets/importing/schema.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile, takeFile } from './file-route.ts';

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
  takeFile(app, IMPORT, options, { limit: BODY_LIMIT }, (ctx, { query, content }) => {
    if (content.length === 0)
      throw new Fault('malformed', { detail: { ja: 'ファイルが空です', en: 'The file is empty' } });
    const { name: fileName, format } = query;
    return handInFile(ctx, { fileName, format, content });
  });
}
