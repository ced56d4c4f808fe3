export { findOwn } from './store.ts';
