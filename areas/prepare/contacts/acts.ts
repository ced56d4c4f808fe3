/** What others write of people, each within its own transaction. */

export { addPersonWithin } from './add-person.ts';
export { admitAdministrator, admitPerson } from './admit-person.ts';
export { holdToGroups } from './hold-to-groups.ts';
export { keepsAnAdministrator } from './keep-administrator.ts';
export { insertKeyHolder, keepInvitation, linkAccount, markJoined, markRemoved } from './store.ts';
