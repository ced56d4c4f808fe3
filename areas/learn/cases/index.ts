export { openWithin } from './open-case.ts';
export { dayInWords } from './report/frame.ts';
export { inReportOrder, reportContent } from './report-content.ts';
export { findCase, findCases, newestVersions, type StoredCase } from './store.ts';
