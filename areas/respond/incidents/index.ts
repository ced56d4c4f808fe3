export { lockRunning, refuseClosed } from './lock-running.ts';
export {
  countOpen,
  failedOf,
  failingAnywhere,
  findIncident,
  lastEndedOf,
  lastOver,
  linksOf,
  listIncidents,
  lockIncident,
  mergedIntoOf,
  openIncidentsOf,
  proofsOf,
  seenFailing,
  sharedWith,
  systemsOf,
  troubleBefore,
} from './store.ts';
export { inIncident, mayEnter, whoMayEnter } from './who-sees.ts';
