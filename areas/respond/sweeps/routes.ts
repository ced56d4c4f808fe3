import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { serve } from '../../route.ts';
import { findTask, partyOf } from '../tasks/index.ts';
import { beginSweep, widenSweep } from './begin-sweep.ts';
import { contracts } from './contract.ts';
import { reportSweep } from './report-sweep.ts';
import type { SweptHosts } from './schema.ts';
import { listHosts } from './store.ts';

async function readHosts(ctx: Context, taskId: string, wanted: SweptHosts) {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const task = await findTask(trx, taskId);
    if (task?.kind !== 'sweep') throw new Fault('not-found');
    const hosts = await listHosts(trx, taskId, wanted);
    const party = task.party ? await partyOf(trx, task.party) : undefined;
    const names = await namesBehind(
      trx,
      hosts.flatMap(({ by }) => (by === null || by === task.party ? [] : by)),
      ctx.language,
    );
    return {
      hosts: hosts.map(({ by, at, ...host }) => ({
        ...host,
        by: by === null ? '' : by === task.party ? (party?.name ?? by) : (names[by] ?? '?'),
        at: at?.toString() ?? null,
      })),
      next: hosts.length === wanted.limit ? (hosts.at(-1)?.key ?? null) : null,
    };
  });
}

export const routes = serve(contracts, {
  'POST /api/respond/incidents/:id/sweeps': (ctx, { params, body }) => beginSweep(ctx, params.id, body),
  'POST /api/respond/sweeps/:id/hosts': (ctx, { params, body }) => widenSweep(ctx, params.id, body),
  'GET /api/respond/sweeps/:id/hosts': (ctx, { params, query }) => readHosts(ctx, params.id, query),
  'POST /api/respond/sweeps/:id/report': (ctx, { params, body }) => reportSweep(ctx, params.id, body),
});
