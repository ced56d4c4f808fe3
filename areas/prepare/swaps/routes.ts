import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { namesOf } from '../contacts/index.ts';
import { answerSwap } from './answer-swap.ts';
import { askSwap } from './ask-swap.ts';
import { contracts } from './contract.ts';
import { recentSwaps } from './store.ts';

const SHOWN = 50;

export const routes = serve(contracts, {
  'GET /api/prepare/swaps': async (ctx) => {
    permit(ctx, 'roster.read');
    return reading(ctx, async (trx) => {
      const swaps = await recentSwaps(trx, SHOWN);
      const names = await namesOf(
        trx,
        swaps.flatMap(({ giverId, takerId }) => [giverId, takerId]),
      );
      const me = ctx.actor.personId;
      return {
        swaps: swaps.map(({ giverId, takerId, askedAt, layer: _, ...swap }) => ({
          ...swap,
          giver: names[giverId] ?? '?',
          taker: names[takerId] ?? '?',
          mine:
            swap.state !== 'asked'
              ? ('none' as const)
              : takerId === me
                ? ('answer' as const)
                : giverId === me
                  ? ('withdraw' as const)
                  : ('none' as const),
          askedAt: askedAt.toString(),
        })),
      };
    });
  },
  'POST /api/prepare/swaps': (ctx, { body }) => askSwap(ctx, body),
  'POST /api/prepare/swaps/:id/answer': async (ctx, { params, body }) => {
    await answerSwap(ctx, params.id, body.answer);
    return {};
  },
});
