export { lockRunning, refuseClosed } from './lock-running.ts';
export {
  failingAnywhere,
  findIncident,
  linksOf,
  listIncidents,
  lockIncident,
  mergedIntoOf,
  openIncidentOf,
  proofsOf,
  seenFailing,
  sharedWith,
  systemsOf,
} from './store.ts';
export { inIncident, mayEnter, whoMayEnter } from './who-sees.ts';
