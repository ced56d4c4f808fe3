export { contentOf, findReport, listReports, lockReport, type StoredReport } from './store.ts';
export { questionsOf } from './thread/index.ts';
