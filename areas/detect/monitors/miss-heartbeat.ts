import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { receiveWithin } from '../signals/receive-signals.ts';
import { heartbeatSignal } from './heartbeat-signal.ts';
import { lockHeartbeat, setHeartbeat } from './store.ts';

/** Timer: nothing came in time. A beat that came after all has moved the timer, so being here means it is missed. */
export async function missHeartbeat(tx: Tx, { heartbeatId }: TimerBody<'miss-heartbeat'>): Promise<void> {
  permit(tx.ctx, 'signal.send');
  const heartbeat = await lockHeartbeat(tx.sql, heartbeatId);
  if (heartbeat?.state !== 'beating') return;
  const { lastAt, everySeconds, graceSeconds } = heartbeat;
  const due = lastAt?.add({ seconds: everySeconds + graceSeconds });
  if (due && Temporal.Instant.compare(due, tx.ctx.now) > 0) {
    return setTimer(tx, 'miss-heartbeat', heartbeatId, { heartbeatId }, { at: due });
  }
  await setHeartbeat(tx.sql, heartbeatId, { state: 'missed' });
  await receiveWithin(tx, heartbeatId, [heartbeatSignal(heartbeat, 'firing')]);
  record(tx, 'heartbeat.missed', { body: { heartbeatId, lastAt: lastAt?.toString() ?? null } });
}
