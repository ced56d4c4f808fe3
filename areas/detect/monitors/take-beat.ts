import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { receiveWithin } from '../signals/receive-signals.ts';
import { heartbeatSignal } from './heartbeat-signal.ts';
import { lockHeartbeat, setHeartbeat } from './store.ts';

/** A beat came: the switch is wound up again, and an alarm of it is over. Ordinary beats leave no line in the ledger. */
export async function takeBeat(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'signal.send');
  await inTransaction(ctx, async (tx) => {
    const heartbeat = await lockHeartbeat(tx.sql, id);
    if (!heartbeat) throw new Fault('not-found');
    await setHeartbeat(tx.sql, id, { state: 'beating', lastAt: ctx.now });
    const { everySeconds, graceSeconds } = heartbeat;
    const at = ctx.now.add({ seconds: everySeconds + graceSeconds });
    setTimer(tx, 'miss-heartbeat', id, { heartbeatId: id }, { at });
    if (heartbeat.state !== 'missed') return;
    await receiveWithin(tx, id, [heartbeatSignal(heartbeat, 'resolved')]);
    record(tx, 'heartbeat.returned', { body: { heartbeatId: id } });
  });
}
