export { findCase, findCases, newestVersions, type StoredCase } from './store.ts';
