export { countByState, findSignals } from './store.ts';
