export { findDoor } from './store.ts';
