export { feedOfToken } from './store.ts';
export { writeIcs } from './write-ics.ts';
