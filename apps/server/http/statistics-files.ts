import type { FastifyInstance } from 'fastify';
import { exportStatistics } from '../../../areas/survey/statistics/export-statistics.ts';
import { statisticsFile } from '../../../areas/survey/statistics/schema.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const STATISTICS = fileRoute({
  key: 'GET /api/survey/statistics/file',
  command: 'survey statistics export',
  permission: 'survey.read',
  summary: { ja: '情報連絡の統計（CSV、XLSX）', en: 'Statistics of reports as CSV or XLSX' },
  query: statisticsFile,
  gives: Object.values(TYPES),
});
export const STATISTICS_FILES = [STATISTICS] as const;

/** What statistics count, as a file for a spreadsheet. */
export function mountStatisticsFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, STATISTICS, options, async (ctx, { query }) => ({
    type: TYPES[query.format],
    name: `sonae-statistics-${query.from ?? ctx.now.toString().slice(0, 10)}.${query.format}`,
    bytes: await exportStatistics(ctx, query),
  }));
}
