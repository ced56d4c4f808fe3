export { readWithin } from './brief-executives.ts';
export { lastHeadquarters, unreadBriefs } from './store.ts';
