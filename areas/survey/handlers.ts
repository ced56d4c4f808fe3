import type { JobHandlers, TimerHandlers } from '../handler-kind.ts';
import { remindDoor } from './doors/remind-door.ts';
import { tellDoor } from './doors/tell-door.ts';
import { retryPackages } from './exchange/retry-packages.ts';
import { sendPackages } from './exchange/send-packages.ts';
import { KINDS } from './kinds.ts';
import { endConsent } from './review/give-consent.ts';
import { remindSilent } from './review/remind-silent.ts';
import type { jobs, timers } from './work.ts';

/** Who acts when a timer of this area is due. */
export const timerHandlers: TimerHandlers<keyof typeof timers> = {
  'tell-door': tellDoor,
  'remind-door': remindDoor,
  'retry-packages': retryPackages,
  'remind-review': remindSilent,
  'end-consent': endConsent,
};

/** Who does the jobs of this area. */
export const jobHandlers: JobHandlers<keyof typeof jobs> = {
  'send-packages': (context, body) => sendPackages(KINDS, context, body),
};
