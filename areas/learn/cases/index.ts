export { findCase, newestCases, type StoredCase } from './store.ts';
