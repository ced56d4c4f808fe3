export { didItThemselves, idsOfDoer, namesBehind, whoIsBehind } from './behind.ts';
export {
  accountOf,
  findPeople,
  findPerson,
  languagesRead,
  listPeople,
  lockPerson,
  type Membership,
  membershipsOf,
  namesOf,
  peopleInRoles,
  removedSince,
} from './store.ts';
