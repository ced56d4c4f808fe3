export { resolveCalls } from './rules.ts';
export { bandCalendar, rosterHolder, whomToCall } from './whom-to-call.ts';
