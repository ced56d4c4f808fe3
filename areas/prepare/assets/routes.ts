import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import {
  askCompleteness,
  askGates,
  askRecoveryOrder,
  askWhatIsBehind,
  askWhatIsReached,
  askWhatStops,
  askWhatUses,
} from './ask-graph.ts';
import { confirmAsset } from './confirm-asset.ts';
import { contracts } from './contract.ts';
import { keepAsset } from './keep-asset.ts';
import { findAsset, listAssets } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/assets': async (ctx, { query }) => {
    permit(ctx, 'register.read');
    const assets = await reading(ctx, (trx) => listAssets(trx, query));
    return { assets, next: assets.length === query.limit ? (assets.at(-1)?.key ?? null) : null };
  },
  'GET /api/prepare/assets/recovery-order': async (ctx) => ({ order: await askRecoveryOrder(ctx) }),
  'GET /api/prepare/assets/completeness': (ctx) => askCompleteness(ctx),
  'GET /api/prepare/assets/:id': async (ctx, { params }) => {
    permit(ctx, 'register.read');
    const found = await reading(ctx, (trx) => findAsset(trx, params.id));
    if (!found) throw new Fault('not-found');
    return found;
  },
  'PUT /api/prepare/assets': (ctx, { body: { seen: before, ...entry } }) =>
    // Left out, it is a new one: nobody overwrites what they never saw.
    keepAsset(ctx, entry, before ?? null),
  'POST /api/prepare/assets/:id/confirm': async (ctx, { params, body }) => {
    await confirmAsset(ctx, params.id, body.seen);
    return {};
  },
  'GET /api/prepare/assets/:id/stops': (ctx, { params, query }) => askWhatStops(ctx, params.id, query),
  'GET /api/prepare/assets/:id/reaches': (ctx, { params, query }) => askWhatIsReached(ctx, params.id, query),
  'GET /api/prepare/assets/:id/behind': (ctx, { params, query }) => askWhatIsBehind(ctx, params.id, query),
  'GET /api/prepare/assets/:id/gates/:toId': (ctx, { params }) => askGates(ctx, params.id, params.toId),
  'GET /api/prepare/providers/:party/uses': (ctx, { params, query }) => askWhatUses(ctx, params.party, query),
});
