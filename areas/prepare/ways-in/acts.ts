/** What others write of the ways into an account, each within its own transaction. */
export { clearWaysIn, endSessions, noteHanded } from './store.ts';
