import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { contactCard, contactCardView } from './schema.ts';

const way = byId.extend({ route: z.uuid() });

export const contracts = contract({
  'GET /api/prepare/people/:id/card': {
    command: 'prepare contacts get',
    permission: 'person.read',
    summary: { ja: '連絡手段（つながる順）と確認の状態', en: 'How a person is reached, and what was proven' },
    params: byId,
    reply: contactCardView,
  },
  'PUT /api/prepare/people/:id/card': {
    command: 'prepare contacts keep',
    permission: 'person.read',
    summary: { ja: '連絡手段を書く', en: 'Write how a person is reached' },
    params: byId,
    body: contactCard,
    reply: done,
  },
  'POST /api/prepare/people/:id/card/:route/test': {
    command: 'prepare contacts test',
    permission: 'person.read',
    summary: { ja: '確認のメッセージを送る', en: 'Send a test message that must be answered' },
    params: way,
    reply: z.object({ sendAt: z.string() }),
  },
  'POST /api/prepare/people/:id/card/:route/verified': {
    command: 'prepare contacts verified',
    permission: 'person.manage',
    summary: { ja: '電話などでつながったことを記録する', en: 'Record that a route was answered' },
    params: way,
    reply: done,
  },
});
