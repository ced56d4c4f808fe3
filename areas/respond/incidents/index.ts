export { findIncident, listIncidents, lockIncident, sharedWith, systemsOf } from './store.ts';
export { inIncident } from './who-sees.ts';
