import type { TimerHandlers } from '../handler-kind.ts';
import { draftCase } from './cases/draft-case.ts';
import type { timers } from './work.ts';

/** Who acts when a timer of this area is due. */
export const timerHandlers: TimerHandlers<keyof typeof timers> = {
  'draft-case': draftCase,
};
