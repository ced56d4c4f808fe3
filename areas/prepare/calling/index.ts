export { resolveCalls } from './rules.ts';
export { bandCalendar, whomToCall } from './whom-to-call.ts';
