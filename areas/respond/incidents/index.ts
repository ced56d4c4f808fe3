export {
  findIncident,
  linkedSignals,
  linksOf,
  listIncidents,
  listRules,
  lockIncident,
  lockRunning,
  openIncidentOf,
  proofsOf,
  refuseClosed,
  sharedWith,
  systemsOf,
} from './store.ts';
export { inIncident, mayEnter, whoMayEnter } from './who-sees.ts';
