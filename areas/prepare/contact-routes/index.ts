export { isFresh } from './rules.ts';
export { forgetRoutes, quietOf, routesOf, setVerified } from './store.ts';
