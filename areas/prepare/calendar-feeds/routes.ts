import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { makeFeed, revokeFeed } from './make-feed.ts';
import { feedsOf } from './store.ts';
import { takeLeave } from './take-leave.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/calendar-feeds': async (ctx) => {
    permit(ctx, 'roster.read');
    const feeds = await reading(ctx, (trx) => feedsOf(trx, ctx.actor.personId ?? ''));
    return {
      feeds: feeds.map(({ id, roster, madeAt }) => ({
        id,
        roster: roster === '' ? null : roster,
        madeAt: madeAt.toString(),
      })),
    };
  },
  'POST /api/prepare/calendar-feeds': (ctx, { body }) => makeFeed(ctx, body.roster),
  'DELETE /api/prepare/calendar-feeds/:id': async (ctx, { params }) => {
    await revokeFeed(ctx, params.id);
    return {};
  },
  'POST /api/prepare/leave-file': (ctx, { body }) => takeLeave(ctx, body),
});
