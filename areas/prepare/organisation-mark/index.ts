export { findMark, markContent, type StoredMark } from './store.ts';
