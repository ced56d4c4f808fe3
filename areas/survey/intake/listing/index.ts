export { listReports, summaryOf } from './store.ts';
