import { z } from 'zod';
import { route } from '../../route.ts';
import { askRouteTest } from '../confirmations/ask-route-test.ts';
import { keepCard } from './keep-card.ts';
import { readCard } from './read-card.ts';
import { contactCard, contactCardView } from './schema.ts';
import { verifyByHand } from './verify-by-hand.ts';

const one = z.object({ id: z.uuid() });
const way = one.extend({ route: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/prepare/people/:id/card',
    command: 'prepare contacts get',
    permission: 'person.read',
    summary: { ja: '連絡手段（つながる順）と確認の状態', en: 'How a person is reached, and what was proven' },
    params: one,
    reply: contactCardView,
    handle: (ctx, { params }) => readCard(ctx, params.id),
  }),
  route({
    key: 'PUT /api/prepare/people/:id/card',
    command: 'prepare contacts keep',
    permission: 'person.read',
    summary: { ja: '連絡手段を書く', en: 'Write how a person is reached' },
    params: one,
    body: contactCard,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await keepCard(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/people/:id/card/:route/test',
    command: 'prepare contacts test',
    permission: 'person.read',
    summary: { ja: '確認のメッセージを送る', en: 'Send a test message that must be answered' },
    params: way,
    reply: z.object({ sendAt: z.string() }),
    handle: (ctx, { params }) => askRouteTest(ctx, params.id, params.route),
  }),
  route({
    key: 'POST /api/prepare/people/:id/card/:route/verified',
    command: 'prepare contacts verified',
    permission: 'person.manage',
    summary: { ja: '電話などでつながったことを記録する', en: 'Record that a route was answered' },
    params: way,
    reply: z.object({}),
    handle: async (ctx, { params }) => {
      await verifyByHand(ctx, params.id, params.route);
      return {};
    },
  }),
] as const;
