import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { KINDS } from '../kinds.ts';
import { confirmKey } from './confirm-key.ts';
import { contracts } from './contract.ts';
import { keepPeer } from './keep-peer.ts';
import { makeKey } from './make-key.ts';
import { cardOf } from './own-card.ts';
import { listPeers } from './peers/index.ts';
import { readReceived } from './read-file.ts';
import { revokePeer } from './revoke-peer.ts';
import type { PackageFilter } from './schema.ts';
import { sendPackage } from './send-package.ts';
import { listReceived, listRefused, listSent } from './store.ts';
import { viewPeer } from './view-peer.ts';

/** A page of a list, and where the next begins. */
const paged = <T extends { readonly id: string }>(
  packages: T[],
  { limit }: PackageFilter,
  at: (each: T) => string,
) => {
  const last = packages.length === limit ? packages.at(-1) : undefined;
  return { packages, next: last ? `${at(last)}~${last.id}` : null };
};

export const routes = serve(contracts, {
  'GET /api/survey/exchange/card': async (ctx) => {
    permit(ctx, 'survey.intake');
    return reading(ctx, (trx) => cardOf(trx, ctx));
  },
  'POST /api/survey/exchange/key': (ctx) => makeKey(ctx),
  'GET /api/survey/peers': async (ctx) => {
    permit(ctx, 'survey.intake');
    return { peers: (await reading(ctx, listPeers)).map(viewPeer) };
  },
  'POST /api/survey/peers': (ctx, { body }) => keepPeer(ctx, body),
  'POST /api/survey/peers/:id/confirmation': async (ctx, { params, body }) => {
    await confirmKey(ctx, params.id, body.fingerprint);
    return {};
  },
  'POST /api/survey/peers/:id/revocation': async (ctx, { params }) => {
    await revokePeer(ctx, params.id);
    return {};
  },
  'GET /api/survey/packages/sent': async (ctx, { query }) => {
    permit(ctx, 'survey.intake');
    const all = await reading(ctx, (trx) => listSent(trx, query));
    return paged(all, query, ({ madeAt }) => madeAt);
  },
  'POST /api/survey/packages/sent': (ctx, { body }) => sendPackage(ctx, KINDS, body),
  'GET /api/survey/packages/received': async (ctx, { query }) => {
    permit(ctx, 'survey.intake');
    const all = await reading(ctx, (trx) => listReceived(trx, query));
    return paged(all, query, ({ receivedAt }) => receivedAt);
  },
  'GET /api/survey/packages/received/:id': async (ctx, { params }) => {
    const { kind, payload, attachments } = (await readReceived(ctx, KINDS, params.id)).envelope;
    return { kind, payload, attachments };
  },
  'GET /api/survey/packages/refused': async (ctx, { query }) => {
    permit(ctx, 'survey.intake');
    const all = await reading(ctx, (trx) => listRefused(trx, query));
    return paged(all, query, ({ lastAt }) => lastAt);
  },
});
