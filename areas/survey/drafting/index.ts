export { eventOfCase } from './store.ts';
