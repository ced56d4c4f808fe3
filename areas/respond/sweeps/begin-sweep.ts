import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { findHosts } from '../../prepare/assets/index.ts';
import type { HostsWanted } from '../../prepare/assets/schema.ts';
import { record } from '../../record.ts';
import { giveTask } from '../tasks/acts.ts';
import { lockSweep } from './report-sweep.ts';
import { type NewSweep, newSweep } from './schema.ts';
import { addHosts } from './store.ts';

/** Has every host of something looked at: a task with its time, and one line for each host. */
export async function beginSweep(
  ctx: Context,
  incidentId: string,
  given: NewSweep,
): Promise<{ id: string; added: number; unknown: number }> {
  permit(ctx, 'room.write');
  const { hosts: wanted, ...task } = newSweep.parse(given);
  return inTransaction(ctx, async (tx) => {
    const { hosts, unknown } = await findHosts(tx.sql, ctx.orgId, wanted);
    const id = await giveTask(tx, incidentId, { ...task, kind: 'sweep' });
    const added = await addHosts(tx.sql, ctx.orgId, { taskId: id, incidentId }, hosts);
    record(tx, 'sweep.hosts-added', { incidentId, body: { taskId: id, title: task.title, count: added } });
    return { id, added, unknown };
  });
}

/** What turned out to belong to it too; what is there already keeps its result. */
export async function widenSweep(
  ctx: Context,
  taskId: string,
  wanted: HostsWanted,
): Promise<{ added: number; unknown: number }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => {
    const { incidentId, title } = await lockSweep(tx, taskId);
    const { hosts, unknown } = await findHosts(tx.sql, ctx.orgId, wanted);
    const added = await addHosts(tx.sql, ctx.orgId, { taskId, incidentId }, hosts);
    if (added > 0) record(tx, 'sweep.hosts-added', { incidentId, body: { taskId, title, count: added } });
    return { added, unknown };
  });
}
