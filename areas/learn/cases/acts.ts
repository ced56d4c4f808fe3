// Writes in the caller's transaction: a case that whoever surveys drafted.
export { openWithin } from './open-case.ts';
