export { feedOfToken } from './store.ts';
export { lineText, utc, writeIcs } from './write-ics.ts';
