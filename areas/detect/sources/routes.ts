import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { fieldView } from '../../../kernel/form.ts';
import { permit } from '../../../kernel/permit.ts';
import { SOURCES, sourceKind } from '../../../sources/registry.ts';
import { nextOf } from '../../lists/schema.ts';
import { serve } from '../../route.ts';
import { addSource } from './add-source.ts';
import { changeSource } from './change-source.ts';
import { checkSettings } from './check-settings.ts';
import { contracts } from './contract.ts';
import { listSources } from './index.ts';
import { removeSource } from './remove-source.ts';
import { replaceSourceKey } from './replace-source-key.ts';
import { refusedOf } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/detect/source-kinds': async (ctx) => {
    permit(ctx, 'source.read');
    return {
      kinds: SOURCES.map(({ id, name, help, fields, paths, setUp }) => ({
        id,
        name,
        help,
        fields: fields.map(fieldView),
        paths: [...paths],
        setUp: [...setUp(ctx.instance.baseUrl, '{key}')],
      })),
    };
  },
  'GET /api/detect/sources': async (ctx, { query }) => {
    permit(ctx, 'source.read');
    const sources = await reading(ctx, (trx) => listSources(trx, query));
    return { sources, next: nextOf(sources, query.limit) };
  },
  'POST /api/detect/sources': (ctx, { body }) => addSource(ctx, body),
  'PUT /api/detect/sources/:id': async (ctx, { params, body }) => {
    await changeSource(ctx, params.id, body);
    return {};
  },
  'POST /api/detect/sources/:id/key': (ctx, { params }) => replaceSourceKey(ctx, params.id),
  'DELETE /api/detect/sources/:id': async (ctx, { params }) => {
    await removeSource(ctx, params.id);
    return {};
  },
  'GET /api/detect/sources/:id/refused': async (ctx, { params }) => {
    permit(ctx, 'source.manage');
    return { bodies: await reading(ctx, (trx) => refusedOf(trx, params.id)) };
  },
  'POST /api/detect/source-kinds/:kind/trial': async (ctx, { params, body }) => {
    permit(ctx, 'source.manage');
    const kind = sourceKind(params.kind);
    if (!kind) throw new Fault('not-found');
    const { alerts, rejected } = kind.parse(body.sample, checkSettings(params.kind, body.settings), ctx.now);
    return {
      alerts: alerts.slice(0, 50).map(({ expiresAt: _, remarks = [], ...alert }) => ({
        ...alert,
        remarks: remarks.map((each) => each[ctx.language]),
        labels: { ...alert.labels },
        annotations: { ...alert.annotations },
        startsAt: alert.startsAt?.toString() ?? null,
      })),
      rejected: rejected.map(({ index, reason }) => ({ index, reason: reason[ctx.language] })),
    };
  },
});
