export { countByState, findLabelled, findSignals } from './store.ts';
