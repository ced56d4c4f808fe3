import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { whoIsOn } from './index.ts';
import { lookAhead } from './look-ahead.ts';
import { dutyOrder, dutyView, rosterAhead } from './schema.ts';
import { setDuty } from './set-duty.ts';

export const routes = [
  route({
    key: 'GET /api/prepare/duty',
    command: 'prepare duty list',
    permission: 'roster.read',
    summary: { ja: '当番（呼び出す順）', en: 'People on duty, in the order they are asked' },
    reply: dutyView,
    handle: async (ctx) => {
      permit(ctx, 'roster.read');
      const people = await reading(ctx, whoIsOn);
      return { people: people.map(({ id, name, roles }) => ({ id, name, roles })) };
    },
  }),
  route({
    key: 'PUT /api/prepare/duty',
    command: 'prepare duty set',
    permission: 'roster.manage',
    summary: { ja: '当番の順を決める', en: 'Set who is on duty, in order' },
    body: dutyOrder,
    reply: z.object({}),
    handle: async (ctx, { body }) => {
      await setDuty(ctx, body);
      return {};
    },
  }),
  route({
    key: 'GET /api/prepare/rosters/:roster/ahead',
    command: 'prepare rosters ahead',
    permission: 'roster.read',
    summary: {
      ja: '当番表の先4週と、90日の穴・重なり・負担',
      en: 'Four weeks ahead; gaps, overlaps and burden over 90 days',
    },
    params: z.object({ roster: z.string().max(80) }),
    reply: rosterAhead,
    handle: (ctx, { params }) => lookAhead(ctx, params.roster),
  }),
] as const;
