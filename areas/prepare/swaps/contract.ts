import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { swapAnswer, swapView, swapWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/swaps': {
    command: 'prepare swaps list',
    permission: 'roster.read',
    summary: {
      ja: '当番交代の依頼（未回答を優先、50件）',
      en: 'Shift swap requests, open ones first, up to 50',
    },
    reply: z.object({ swaps: z.array(swapView) }),
  },
  'POST /api/prepare/swaps': {
    command: 'prepare swaps ask',
    permission: 'roster.read',
    summary: { ja: '自分の当番の交代の依頼', en: 'Request a swap of your own shift' },
    body: swapWanted,
    reply: z.object({ id: z.string() }),
  },
  'POST /api/prepare/swaps/:id/answer': {
    command: 'prepare swaps answer',
    permission: 'roster.read',
    summary: { ja: '交代の依頼への回答・取り下げ', en: 'Accept, decline or withdraw' },
    params: byId,
    body: swapAnswer,
    reply: done,
  },
});
