import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { amendChange } from './amend-change.ts';
import { contracts } from './contract.ts';
import { proposeChange } from './propose-change.ts';
import { lacksOf } from './rules.ts';
import { changesOf } from './store.ts';
import { turnChange } from './turn-change.ts';

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/changes': async (ctx, { params }) => {
    permit(ctx, 'room.read');
    return reading(ctx, async (trx) => {
      if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
      const changes = await changesOf(trx, params.id);
      const names = await namesBehind(
        trx,
        changes.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy ?? '']),
        ctx.language,
      );
      return {
        changes: changes.map(({ incidentId: _, ...change }) => ({
          ...change,
          expiresAt: change.expiresAt?.toString() ?? null,
          changedAt: change.changedAt.toString(),
          proposedBy: names[change.proposedBy] ?? change.proposedBy,
          approvedBy: change.approvedBy ? (names[change.approvedBy] ?? change.approvedBy) : null,
          lacks: lacksOf(change, ctx.now),
        })),
      };
    });
  },
  'POST /api/respond/incidents/:id/changes': (ctx, { params, body }) => proposeChange(ctx, params.id, body),
  'POST /api/respond/changes/:id/turn': async (ctx, { params, body }) => {
    await turnChange(ctx, params.id, body.turn, body.note);
    return {};
  },
  'PUT /api/respond/changes/:id': async (ctx, { params, body }) => {
    await amendChange(ctx, params.id, body);
    return {};
  },
});
