import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { contracts } from './contract.ts';
import { countNotices, listNotices } from './read-notices.ts';
import { settleByHand } from './settle-notice.ts';

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
        notices: rows.map(({ id, kind, about, name, address, state, reason, answer, ...row }) => ({
          id,
          kind,
          about,
          ...(OURS.has(kind) || mayTell ? { name, address } : { name: '', address: '' }),
          state,
          reason,
          madeAt: row.madeAt.toString(),
          changedAt: row.changedAt.toString(),
          answer,
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
