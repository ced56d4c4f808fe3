export { findIncident, listIncidents, lockIncident, lockRunning, sharedWith, systemsOf } from './store.ts';
export { inIncident, mayEnter } from './who-sees.ts';
