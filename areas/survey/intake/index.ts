export { contentOf, findReport, listReports } from './store.ts';
