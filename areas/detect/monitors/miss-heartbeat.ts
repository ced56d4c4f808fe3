import { readHearing } from '../../../database/hearing.ts';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { silenceOf } from '../hearing/rules.ts';
import { receiveWithin } from '../signals/receive-signals.ts';
import { heartbeatSignal } from './heartbeat-signal.ts';
import { lockHeartbeat, setHeartbeat } from './store.ts';

/** Timer: nothing came in time, as far as anybody could have heard it. A beat that came after all has moved the timer. */
export async function missHeartbeat(tx: Tx, { heartbeatId }: TimerBody<'miss-heartbeat'>): Promise<void> {
  const { now } = tx.ctx;
  permit(tx.ctx, 'signal.send');
  const heartbeat = await lockHeartbeat(tx.sql, heartbeatId);
  if (heartbeat?.state !== 'beating') return;
  const { everySeconds, graceSeconds } = heartbeat;
  const ahead = heartbeat.lastAt !== null && Temporal.Instant.compare(heartbeat.lastAt, now) > 0;
  // The clock was set back: from now on it counts anew.
  if (ahead) await setHeartbeat(tx.sql, heartbeatId, { state: 'beating', lastAt: now });
  const lastAt = ahead || heartbeat.lastAt === null ? now : heartbeat.lastAt;
  const silence = silenceOf(lastAt, everySeconds + graceSeconds, await readHearing(tx.sql), now);
  if (silence.kind === 'wait')
    return setTimer(tx, 'miss-heartbeat', heartbeatId, { heartbeatId }, { at: silence.until });
  await setHeartbeat(tx.sql, heartbeatId, { state: 'missed' });
  await receiveWithin(tx, heartbeatId, [heartbeatSignal(heartbeat, 'firing')]);
  record(tx, 'heartbeat.missed', { body: { heartbeatId, lastAt: lastAt.toString() } });
}
