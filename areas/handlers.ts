import { CALLERS } from './callers.ts';
import { timerHandlers as detectTimers } from './detect/handlers.ts';
import type { JobHandlers, TimerHandlers } from './handler-kind.ts';
import { timerHandlers as learnTimers } from './learn/handlers.ts';
import { jobHandlers as prepareJobs, timerHandlers as prepareTimers } from './prepare/handlers.ts';
import { jobHandlers as respondJobs, timerHandlers as respondTimers } from './respond/handlers.ts';
import { jobHandlers as sendingJobs, timerHandlers as sendingTimers } from './sending/handlers.ts';
import { jobHandlers as surveyJobs, timerHandlers as surveyTimers } from './survey/handlers.ts';
import type { JobKind, TimerKind } from './work.ts';

export const TIMER_HANDLERS: TimerHandlers<TimerKind> = {
  ...prepareTimers,
  ...detectTimers,
  ...respondTimers,
  ...learnTimers,
  ...surveyTimers,
  ...sendingTimers(CALLERS),
};

export const JOB_HANDLERS: JobHandlers<JobKind> = {
  ...prepareJobs,
  ...respondJobs,
  ...surveyJobs,
  ...sendingJobs(CALLERS),
};
