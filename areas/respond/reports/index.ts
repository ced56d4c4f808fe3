export { owedNow } from './owed-now.ts';
export { reportsOf } from './store.ts';
