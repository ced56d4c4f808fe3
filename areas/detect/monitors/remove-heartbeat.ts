import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { lockHeartbeat, markHeartbeatRemoved } from './store.ts';

export async function removeHeartbeat(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'source.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockHeartbeat(tx.sql, id))) throw new Fault('not-found');
    await markHeartbeatRemoved(tx.sql, id, ctx.now);
    await cancelTimer(tx, 'miss-heartbeat', id);
    record(tx, 'heartbeat.removed', { body: { heartbeatId: id } });
  });
}
