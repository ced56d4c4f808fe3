export { alertsOf } from './alerts-of.ts';
export { countByState, findLabelled, findSignals, type Lasting } from './store.ts';
