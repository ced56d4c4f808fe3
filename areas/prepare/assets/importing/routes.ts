import { reading } from '../../../../database/transaction.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { serve } from '../../../route.ts';
import { contracts } from './contract.ts';
import { applyFile, mapColumns } from './hand-in-file.ts';
import { rowsOf, viewImports } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/imports': async (ctx) => {
    permit(ctx, 'register.read');
    return { imports: await reading(ctx, (trx) => viewImports(trx)) };
  },
  'GET /api/prepare/imports/:id': async (ctx, { params }) => {
    permit(ctx, 'register.read');
    const [found] = await reading(ctx, (trx) => viewImports(trx, params.id));
    if (!found) throw new Fault('not-found');
    return found;
  },
  'GET /api/prepare/imports/:id/rows': async (ctx, { params, query }) => {
    permit(ctx, 'register.read');
    const rows = await reading(ctx, (trx) => rowsOf(trx, params.id, query));
    return {
      rows: rows.map((row) => ({ ...row, fields: [...row.fields], faults: [...row.faults] })),
      next: rows.length === query.limit ? (rows.at(-1)?.row ?? null) : null,
    };
  },
  'PUT /api/prepare/imports/:id/mapping': async (ctx, { params, body }) => {
    await mapColumns(ctx, params.id, body);
    return {};
  },
  'POST /api/prepare/imports/:id/apply': async (ctx, { params }) => {
    await applyFile(ctx, params.id);
    return {};
  },
});
