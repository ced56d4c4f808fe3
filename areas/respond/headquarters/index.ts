export { lastHeadquarters, unreadBriefs } from './store.ts';
