export { recordOfEvent } from './event-record.ts';
export { linesOfEvent } from './minutes/index.ts';
export { findHearing, hearingsOfEvent, listHearings } from './store.ts';
