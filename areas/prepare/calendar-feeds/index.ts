export { feedOfToken } from './store.ts';
