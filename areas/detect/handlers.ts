import type { TimerHandlers } from '../handler-kind.ts';
import { missHeartbeat } from './monitors/miss-heartbeat.ts';
import { endSignalsOfSource } from './signals/end-signals.ts';
import { expireSignals } from './signals/expire-signals.ts';
import type { timers } from './work.ts';

/** Who acts when a timer of this area is due. */
export const timerHandlers: TimerHandlers<keyof typeof timers> = {
  'expire-signals': expireSignals,
  'end-signals': endSignalsOfSource,
  'miss-heartbeat': missHeartbeat,
};
