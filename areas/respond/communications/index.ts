export { statementsOf } from './store.ts';
