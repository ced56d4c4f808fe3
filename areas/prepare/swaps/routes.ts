import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { namesOf } from '../contacts/index.ts';
import { answerSwap } from './answer-swap.ts';
import { askSwap } from './ask-swap.ts';
import { swapAnswer, swapView, swapWanted } from './schema.ts';
import { recentSwaps } from './store.ts';

const SHOWN = 50;

export const routes = [
  route({
    key: 'GET /api/prepare/swaps',
    command: 'prepare swaps list',
    permission: 'roster.read',
    summary: { ja: '当番の交代の依頼（未回答が先、50件）', en: 'Swaps of turns, open ones first, fifty' },
    reply: z.object({ swaps: z.array(swapView) }),
    handle: async (ctx) => {
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
  }),
  route({
    key: 'POST /api/prepare/swaps',
    command: 'prepare swaps ask',
    permission: 'roster.read',
    summary: { ja: '自分の当番の交代を頼む', en: 'Ask somebody to take one’s own turn' },
    body: swapWanted,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => askSwap(ctx, body),
  }),
  route({
    key: 'POST /api/prepare/swaps/:id/answer',
    command: 'prepare swaps answer',
    permission: 'roster.read',
    summary: { ja: '交代の依頼に答える・取り下げる', en: 'Agree, decline or withdraw' },
    params: z.object({ id: z.uuid() }),
    body: swapAnswer,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await answerSwap(ctx, params.id, body.answer);
      return {};
    },
  }),
] as const;
