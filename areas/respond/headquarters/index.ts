export { headquartersIn } from './headquarters-in.ts';
export { lastHeadquarters, unreadBriefs } from './store.ts';
