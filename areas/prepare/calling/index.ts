export { whomToCall } from './whom-to-call.ts';
