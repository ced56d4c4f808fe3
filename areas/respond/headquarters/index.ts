export { lastHeadquarters } from './store.ts';
