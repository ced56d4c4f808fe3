export { newestPublication, type Publication } from './store.ts';
