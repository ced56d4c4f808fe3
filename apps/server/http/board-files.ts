import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { boardAsCsv } from '../../../areas/respond/recovery/board-csv.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPE = 'text/csv; charset=utf-8';

const BOARD = fileRoute({
  key: 'GET /api/respond/incidents/:id/recovery/file',
  command: 'respond recovery export',
  permission: 'room.read',
  summary: { ja: '復旧対象の一覧（CSV）', en: 'The recovery board as CSV' },
  params: z.object({ id: givenId }),
  query: z.object({}),
  gives: [TYPE],
});
export const BOARD_FILES = [BOARD] as const;

/** The recovery board for a spreadsheet. */
export function mountBoardFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, BOARD, options, async (ctx, { params }) => ({
    type: TYPE,
    name: 'sonae-recovery.csv',
    bytes: Buffer.from(await boardAsCsv(ctx, params.id)),
  }));
}
