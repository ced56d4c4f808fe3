export { alertsOf } from './alerts-of.ts';
export { countByState, findLabelled, findSignals } from './store.ts';
