import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PACKAGE_TYPE } from '../../../areas/survey/exchange/post-package.ts';
import { attachmentFile, receiptFile, sentFile } from '../../../areas/survey/exchange/read-file.ts';
import { receivePackage } from '../../../areas/survey/exchange/receive-package.ts';
import { Refusal } from '../../../areas/survey/exchange/refusal.ts';
import { LARGEST_PACKAGE } from '../../../areas/survey/exchange/schema.ts';
import { KINDS } from '../../../areas/survey/kinds.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { givenId } from '../../../kernel/ids.ts';
import type { ApiOptions } from './api.ts';
import { fileRoute, mountFile, takeFile } from './file-route.ts';
import { refusalFault } from './package-door.ts';

const byId = z.object({ id: givenId });
const OCTETS = 'application/octet-stream';

const SENT = fileRoute({
  key: 'GET /api/survey/packages/sent/:id/file',
  command: 'survey packages file',
  permission: 'report.send',
  summary: {
    ja: '送信したパッケージのファイル（ネットワークで届かない相手に手渡し）',
    en: 'A sent package as a file, to be handed over where no network leads',
  },
  params: byId,
  gives: [PACKAGE_TYPE],
});
const RECEIPT = fileRoute({
  key: 'GET /api/survey/packages/received/:id/receipt',
  command: 'survey packages receipt',
  permission: 'survey.intake',
  summary: { ja: '受領書のファイル', en: 'The signed receipt of a received package, as a file' },
  params: byId,
  gives: [PACKAGE_TYPE],
});
const ATTACHMENT = fileRoute({
  key: 'GET /api/survey/packages/received/:id/attachments/:position',
  command: 'survey packages attachment',
  permission: 'report.send',
  summary: { ja: '受領したパッケージの添付ファイル', en: 'An attachment of a received package' },
  params: byId.extend({ position: z.coerce.number().int().min(0).max(100) }),
  gives: [OCTETS],
});
const RECEIVE = fileRoute({
  key: 'POST /api/survey/packages/received',
  command: 'survey packages receive',
  permission: 'report.send',
  summary: {
    ja: 'パッケージまたは受領書のファイルの取り込み（24 MBまで）',
    en: 'Import a package or receipt from a file (up to 24 MB)',
  },
  takes: OCTETS,
  gives: ['application/json'],
});
export const PACKAGE_FILES = [SENT, RECEIPT, ATTACHMENT, RECEIVE] as const;

/** Packages as files, in and out: where no network leads from one organisation to the other. */
export function mountPackageFiles(
  app: FastifyInstance,
  options: ApiOptions,
  house: House,
  clock: Clock,
): void {
  mountFile(app, SENT, options, async (ctx, { params }) => ({
    type: PACKAGE_TYPE,
    ...(await sentFile(ctx, params.id)),
  }));
  mountFile(app, RECEIPT, options, async (ctx, { params }) => ({
    type: PACKAGE_TYPE,
    ...(await receiptFile(ctx, params.id)),
  }));
  mountFile(app, ATTACHMENT, options, async (ctx, { params }) => ({
    // Whatever it says it is: somebody else's file is kept, and never opened as a page of this site.
    type: OCTETS,
    ...(await attachmentFile(ctx, KINDS, params.id, params.position)),
  }));
  takeFile(app, RECEIVE, options, { limit: LARGEST_PACKAGE }, async (ctx, { content }) => {
    try {
      // As Sonae itself: who carries a file is not who sends it.
      const carrier = systemContext(house, ctx.orgId, clock.now());
      const { packageId, outcome, again, receipt } = await receivePackage(carrier, KINDS, content, 'file');
      return { packageId, outcome, again, receipted: receipt !== null };
    } catch (error) {
      if (error instanceof Refusal) throw refusalFault(error);
      throw error;
    }
  });
}
