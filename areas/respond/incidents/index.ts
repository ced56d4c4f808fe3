export { lockRunning, refuseClosed } from './lock-running.ts';
export {
  findIncident,
  linksOf,
  listIncidents,
  lockIncident,
  openIncidentOf,
  proofsOf,
  sharedWith,
  systemsOf,
} from './store.ts';
export { inIncident, mayEnter, whoMayEnter } from './who-sees.ts';
