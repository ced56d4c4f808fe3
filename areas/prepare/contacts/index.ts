export { didItThemselves, didOneThemselves, idsOfDoer, namesBehind, whoIsBehind } from './behind.ts';
export {
  accountOf,
  findPeople,
  findPerson,
  invitationsOf,
  knownByEmail,
  languagesRead,
  listPeople,
  lockPerson,
  type Membership,
  membershipsOf,
  namesOf,
  openInvitations,
  peopleInRoles,
  removedSince,
} from './store.ts';
