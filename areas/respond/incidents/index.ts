export { findIncident, listIncidents, lockIncident, sharedWith, systemsOf } from './store.ts';
