export { openWithin } from './open-case.ts';
export { findCase, findCases, newestVersions, type StoredCase } from './store.ts';
