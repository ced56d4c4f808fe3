import type { FastifyInstance } from 'fastify';
import { exportEntries } from '../../../areas/audit/export-entries.ts';
import { entryExport } from '../../../areas/audit/schema.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile } from './file-route.ts';

const TYPE = 'text/csv; charset=utf-8';

const AUDIT = fileRoute({
  key: 'GET /api/audit/file',
  command: 'audit entries export',
  permission: 'audit.read',
  summary: { ja: '監査記録の検索結果（CSV）', en: 'The entries of the audit log that match, as CSV' },
  query: entryExport,
  gives: [TYPE],
});
export const AUDIT_FILES = [AUDIT] as const;

/** The audit log for a spreadsheet, narrowed down as on the screen. */
export function mountAuditFiles(app: FastifyInstance, options: ApiOptions): void {
  mountFile(app, AUDIT, options, async (ctx, { query }) => ({
    type: TYPE,
    name: `sonae-audit-${ctx.now.toString().slice(0, 10)}.csv`,
    parts: exportEntries(ctx, query),
  }));
}
