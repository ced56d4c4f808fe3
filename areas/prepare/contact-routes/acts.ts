/** What others write of how people are reached, each within its own transaction. */
export { forgetRoutes, setVerified } from './store.ts';
