/** Founding and removing whole organisations, each within the caller's transaction. */
export { foundWithin } from './found-organisation.ts';
export { foundOrganisation, lockOrganisation, removeDemoOrganisation } from './store.ts';
