export { isFresh } from './rules.ts';
export { quietOf, routesOf } from './store.ts';
