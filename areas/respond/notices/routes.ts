import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { contracts } from './contract.ts';
import { settleByHand } from './settle-notice.ts';
import { countNotices, listNotices } from './store.ts';

/** Kinds that go to people of our own and to parties of the register. */
const OURS: ReadonlySet<string> = new Set(['request', 'brief', 'task']);

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/notices': async (ctx, { params, query }) => {
    permit(ctx, 'room.read');
    // Affected people are nobody’s business but those who write to them.
    const mayTell = ctx.actor.permissions.has('statement.write');
    return reading(ctx, async (trx) => {
      if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
      const rows = await listNotices(trx, params.id, query);
      return {
        notices: rows.map(({ madeAt, changedAt, ...row }) => ({
          ...row,
          ...(!(OURS.has(row.kind) || mayTell) && { name: '', address: '' }),
          madeAt: madeAt.toString(),
          changedAt: changedAt.toString(),
        })),
        next: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null,
        counts: await countNotices(trx, params.id),
      };
    });
  },
  'PUT /api/respond/notices/:id': async (ctx, { params, body }) => {
    await settleByHand(ctx, params.id, body);
    return {};
  },
});
