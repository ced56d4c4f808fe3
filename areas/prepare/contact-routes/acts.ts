/** What others write of how people are reached, each within its own transaction. */
export { proveRoute } from './prove-route.ts';
export { forgetRoutes } from './store.ts';
