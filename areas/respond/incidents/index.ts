export {
  findIncident,
  listIncidents,
  lockIncident,
  lockRunning,
  proofsOf,
  sharedWith,
  systemsOf,
} from './store.ts';
export { inIncident, mayEnter } from './who-sees.ts';
