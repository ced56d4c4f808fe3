import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { listPeers } from '../exchange/index.ts';
import { beginOwn, saveOwn } from './begin-own.ts';
import { contracts } from './contract.ts';
import { lookAtOwn } from './look-at-own.ts';
import { answerOwn, sendOwn } from './send-own.ts';
import { listOwn } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/survey/own-reports': async (ctx, { query }) => {
    permit(ctx, 'report.send');
    return reading(ctx, async (trx) => {
      const peers = await listPeers(trx);
      const recipients = peers
        .filter(({ state }) => state === 'pinned')
        .map(({ id, name }) => ({ id, name }));
      return { ...(await listOwn(trx, query)), recipients };
    });
  },
  'GET /api/survey/own-reports/:id': (ctx, { params }) => lookAtOwn(ctx, params.id),
  'POST /api/survey/own-reports': (ctx, { body }) => beginOwn(ctx, body),
  'PUT /api/survey/own-reports/:id': (ctx, { params, body }) => saveOwn(ctx, params.id, body),
  'POST /api/survey/own-reports/:id/sending': (ctx, { params, body }) => sendOwn(ctx, params.id, body),
  'POST /api/survey/own-questions/:id/answer': async (ctx, { params, body }) => {
    await answerOwn(ctx, params.id, body);
    return {};
  },
});
