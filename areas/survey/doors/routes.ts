import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { contracts } from './contract.ts';
import { closeDoor, openDoor } from './open-door.ts';
import { doorsOf } from './store.ts';

export const routes = serve(contracts, {
  'GET /api/survey/reports/:id/doors': async (ctx, { params }) => {
    permit(ctx, 'survey.intake');
    const doors = await reading(ctx, (trx) => doorsOf(trx, params.id));
    return {
      doors: doors.map(({ openedAt, until, endedAt, ...rest }) => ({
        ...rest,
        openedAt: openedAt.toString(),
        until: until.toString(),
        endedAt: endedAt?.toString() ?? null,
      })),
    };
  },
  'POST /api/survey/doors': (ctx, { body }) => openDoor(ctx, body),
  'POST /api/survey/doors/:id/close': async (ctx, { params }) => {
    await closeDoor(ctx, params.id);
    return {};
  },
});
