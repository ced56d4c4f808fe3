export { findGroups } from './store.ts';
