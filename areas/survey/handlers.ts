import type { TimerHandlers } from '../handler-kind.ts';
import { tellDoor } from './doors/tell-door.ts';
import type { timers } from './work.ts';

/** Who acts when a timer of this area is due. */
export const timerHandlers: TimerHandlers<keyof typeof timers> = {
  'tell-door': tellDoor,
};
