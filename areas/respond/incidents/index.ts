export { findIncident, listIncidents, lockIncident } from './store.ts';
