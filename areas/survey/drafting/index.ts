export { caseOfEvent, eventOfCase } from './store.ts';
