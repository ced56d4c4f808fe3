import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { swapAnswer, swapView, swapWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/swaps': {
    command: 'prepare swaps list',
    permission: 'roster.read',
    summary: { ja: '当番の交代の依頼（未回答が先、50件）', en: 'Swaps of turns, open ones first, fifty' },
    reply: z.object({ swaps: z.array(swapView) }),
  },
  'POST /api/prepare/swaps': {
    command: 'prepare swaps ask',
    permission: 'roster.read',
    summary: { ja: '自分の当番の交代を頼む', en: 'Ask somebody to take one’s own turn' },
    body: swapWanted,
    reply: z.object({ id: z.string() }),
  },
  'POST /api/prepare/swaps/:id/answer': {
    command: 'prepare swaps answer',
    permission: 'roster.read',
    summary: { ja: '交代の依頼に答える・取り下げる', en: 'Agree, decline or withdraw' },
    params: byId,
    body: swapAnswer,
    reply: done,
  },
});
