export { attemptOfLink } from './store.ts';
