/** What others write of people, each within its own transaction. */
export { admitPerson } from './admit-person.ts';
export { keepsAnAdministrator } from './keep-administrator.ts';
export { insertKeyHolder, linkAccount, markRemoved } from './store.ts';
