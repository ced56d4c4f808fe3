export {
  findIncident,
  listIncidents,
  lockIncident,
  lockRunning,
  proofsOf,
  refuseClosed,
  sharedWith,
  systemsOf,
} from './store.ts';
export { inIncident, mayEnter, whoMayEnter } from './who-sees.ts';
