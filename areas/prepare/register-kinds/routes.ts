import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { namesBehind } from '../contacts/index.ts';
import { pageOfRegister, versionsOf } from '../registers/index.ts';
import { contracts } from './contract.ts';
import { keepEntry } from './keep-entry.ts';
import { removeUnused } from './remove-asset.ts';
import { removeEntry } from './remove-entry.ts';
import { restoreEntry } from './restore-entry.ts';
import { kindOf } from './words.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/registers/:register': async (ctx, { params, query }) => {
    permit(ctx, 'register.read');
    return reading(ctx, async (trx) => {
      const stored = await pageOfRegister(trx, kindOf(params.register), query);
      const names = await namesBehind(
        trx,
        stored.map(({ changedBy }) => changedBy),
        ctx.language,
      );
      return {
        entries: stored.map(({ changedAt, changedBy, ...rest }) => ({
          ...rest,
          changedAt: changedAt.toString(),
          changedBy: names[changedBy] ?? changedBy,
        })),
        next: stored.length === query.limit ? (stored.at(-1)?.key ?? null) : null,
      };
    });
  },
  'GET /api/prepare/registers/:register/:entry/versions': async (ctx, { params, query }) => {
    permit(ctx, 'register.read');
    return reading(ctx, async (trx) => {
      const versions = await versionsOf(trx, params.register, params.entry, query);
      const names = await namesBehind(
        trx,
        versions.map(({ changedBy }) => changedBy),
        ctx.language,
      );
      return {
        versions: versions.map(({ version, entry, changedAt, changedBy }) => ({
          version,
          entry: entry as Record<string, unknown> | null,
          changedAt: changedAt.toString(),
          changedBy: names[changedBy] ?? changedBy,
        })),
        next: versions.length === query.limit ? (versions.at(-1)?.version ?? null) : null,
      };
    });
  },
  'PUT /api/prepare/registers/:register': (ctx, { params, body }) =>
    keepEntry(ctx, params.register, body.version, body.entry),
  'DELETE /api/prepare/assets/:id': async (ctx, { params, query }) => {
    await removeUnused(ctx, params.id, query.withEdges);
    return {};
  },
  'DELETE /api/prepare/registers/:register/:entry': async (ctx, { params }) => {
    await removeEntry(ctx, params.register, params.entry);
    return {};
  },
  'POST /api/prepare/registers/:register/:entry/restore': (ctx, { params }) =>
    restoreEntry(ctx, params.register, params.entry),
});
