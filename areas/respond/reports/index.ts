export { namedReportsOf } from './in-line.ts';
export { owedNow, seemOwedIn } from './owed-now.ts';
export { reportsOf } from './store.ts';
