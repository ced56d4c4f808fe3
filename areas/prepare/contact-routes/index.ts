export { isFresh } from './rules.ts';
export { lastVerified, quietOf, routesOf } from './store.ts';
