import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { cancelTimer, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { HeartbeatRewrite } from './schema.ts';
import { lockHeartbeat, updateHeartbeat } from './store.ts';

/**
 * Changes how often it is to beat; it has its full new time from now on. What is missed stays missed until it beats.
 * @throws Fault `conflict` when it is not what the writer had seen
 */
export async function changeHeartbeat(
  ctx: Context,
  id: string,
  { seen, ...change }: HeartbeatRewrite,
): Promise<void> {
  permit(ctx, 'source.manage');
  await inTransaction(ctx, async (tx) => {
    const heartbeat = await lockHeartbeat(tx.sql, id);
    if (!heartbeat) throw new Fault('not-found');
    holdToSeen(seen, { everySeconds: heartbeat.everySeconds, graceSeconds: heartbeat.graceSeconds });
    await updateHeartbeat(tx.sql, id, change);
    if (heartbeat.state === 'beating') {
      const at = ctx.now.add({ seconds: change.everySeconds + change.graceSeconds });
      setTimer(tx, 'miss-heartbeat', id, { heartbeatId: id }, { at });
    } else await cancelTimer(tx, 'miss-heartbeat', id);
    const { everySeconds, graceSeconds } = change;
    record(tx, 'heartbeat.changed', { body: { heartbeatId: id, everySeconds, graceSeconds } });
  });
}
