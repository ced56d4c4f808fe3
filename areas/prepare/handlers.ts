import type { JobHandlers, TimerHandlers } from '../handler-kind.ts';
import { applyImport } from './assets/importing/apply-import.ts';
import { checkImport } from './assets/importing/check-file.ts';
import { lapseRoute } from './contact-routes/lapse-route.ts';
import { runSimulation } from './headquarters-time/run-simulation.ts';
import { makePack, packIsOld } from './pack/renew-pack.ts';
import { noteReadiness } from './readiness/note-readiness.ts';
import type { jobs, timers } from './work.ts';

/** Who acts when a timer of this area is due. */
export const timerHandlers: TimerHandlers<keyof typeof timers> = {
  'renew-pack': packIsOld,
  'note-readiness': noteReadiness,
  'lapse-route': lapseRoute,
};

/** Who does a job of this area. */
export const jobHandlers: JobHandlers<keyof typeof jobs> = {
  'make-pack': makePack,
  'simulate-headquarters': runSimulation,
  'check-import': checkImport,
  'apply-import': applyImport,
};
