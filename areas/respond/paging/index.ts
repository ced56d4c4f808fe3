export { attemptOfLink, hasRunningPages } from './store.ts';
