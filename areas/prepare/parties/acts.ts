/** Founding and removing whole organisations, each within the caller's transaction. */
export { foundOrganisation, removeDemoOrganisation } from './store.ts';
