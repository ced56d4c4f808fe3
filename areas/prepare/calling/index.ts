export { bandCalendar, rosterHolder, whomToCall } from './resolve-callees.ts';
export { resolveCalls } from './rules.ts';
