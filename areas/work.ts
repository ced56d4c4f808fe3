import type { z } from 'zod';
import { timers as detectTimers } from './detect/work.ts';
import { timers as learnTimers } from './learn/work.ts';
import { jobs as prepareJobs, timers as prepareTimers } from './prepare/work.ts';
import { jobs as respondJobs, timers as respondTimers } from './respond/work.ts';
import { jobs as sendingJobs, timers as sendingTimers } from './sending/work.ts';
import { jobs as surveyJobs, timers as surveyTimers } from './survey/work.ts';

/** Work on our own state at a time: claimed, acted on and deleted in one transaction. */
export const TIMERS = {
  ...prepareTimers,
  ...detectTimers,
  ...respondTimers,
  ...learnTimers,
  ...surveyTimers,
  ...sendingTimers,
} as const;

/** Work that talks to the world or takes long: a job, enqueued in the transaction of its cause. */
export const JOBS = {
  ...prepareJobs,
  ...respondJobs,
  ...surveyJobs,
  ...sendingJobs,
} as const;

export type TimerKind = keyof typeof TIMERS;
export type TimerBody<K extends TimerKind> = z.infer<(typeof TIMERS)[K]>;
export type JobKind = keyof typeof JOBS;
export type JobBody<K extends JobKind> = z.infer<(typeof JOBS)[K]>;
export const JOB_KINDS = Object.keys(JOBS) as JobKind[];
