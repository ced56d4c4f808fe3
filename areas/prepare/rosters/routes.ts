import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { whoIsOn } from './index.ts';
import { lookAhead } from './look-ahead.ts';
import { readOnCall } from './on-call.ts';
import { setDuty } from './set-duty.ts';

export const routes = serve(contracts, {
  'GET /api/prepare/duty': async (ctx) => {
    permit(ctx, 'roster.read');
    const people = await reading(ctx, whoIsOn);
    return { people: people.map(({ id, name, roles }) => ({ id, name, roles })) };
  },
  'PUT /api/prepare/duty': async (ctx, { body }) => {
    await setDuty(ctx, body);
    return {};
  },
  'GET /api/prepare/on-call': (ctx) => readOnCall(ctx),
  'GET /api/prepare/rosters/:roster/ahead': (ctx, { params }) => lookAhead(ctx, params.roster),
});
