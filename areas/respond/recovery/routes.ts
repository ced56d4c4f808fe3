import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { moveByCsv } from './board-csv.ts';
import { contracts } from './contract.ts';
import { answerOrder, attributeRecovery, checkGrowth, chooseStrategy } from './plan-recovery.ts';
import { compareReported, readBoard } from './read-board.ts';
import { readRecoveryPlan } from './read-plan.ts';
import { listItems } from './store.ts';
import { endTechnicianPage, openTechnicianPage } from './technician-page.ts';
import { moveOnBoard, putOnBoard } from './work-board.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/recovery': (ctx, { params }) => readBoard(ctx, params.id),
  'GET /api/respond/incidents/:id/recovery/items': async (ctx, { params, query }) => {
    permit(ctx, 'room.read');
    return reading(ctx, async (trx) => {
      if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
      const items = await listItems(trx, params.id, query);
      return { items, next: items.length === query.limit ? (items.at(-1)?.key ?? null) : null };
    });
  },
  'POST /api/respond/incidents/:id/recovery': (ctx, { params, body }) => putOnBoard(ctx, params.id, body),
  'POST /api/respond/incidents/:id/recovery/move': (ctx, { params, body }) =>
    moveOnBoard(ctx, params.id, body),
  'POST /api/respond/incidents/:id/recovery/compare': (ctx, { params, body }) =>
    compareReported(ctx, params.id, body.keys),
  'POST /api/respond/incidents/:id/recovery/csv': (ctx, { params, body }) =>
    moveByCsv(ctx, params.id, body.csv),
  'GET /api/respond/incidents/:id/recovery/plan': (ctx, { params }) => readRecoveryPlan(ctx, params.id),
  'POST /api/respond/incidents/:id/recovery/growth': async (ctx, { params, body }) => {
    await checkGrowth(ctx, params.id, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/recovery/strategy': async (ctx, { params, body }) => {
    await chooseStrategy(ctx, params.id, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/recovery/order/:asset': async (ctx, { params, body }) => {
    await answerOrder(ctx, params.id, params.asset, body);
    return {};
  },
  'PUT /api/respond/incidents/:id/recovery/cause': async (ctx, { params, body }) => {
    await attributeRecovery(ctx, params.id, body);
    return {};
  },
  'POST /api/respond/incidents/:id/recovery/pages': (ctx, { params, body }) =>
    openTechnicianPage(ctx, params.id, body),
  'DELETE /api/respond/recovery-pages/:id': async (ctx, { params }) => {
    await endTechnicianPage(ctx, params.id);
    return {};
  },
});
