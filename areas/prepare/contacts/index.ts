export {
  accountOf,
  findPeople,
  findPerson,
  languagesRead,
  linkAccount,
  listPeople,
  lockPerson,
  type Membership,
  membershipsOf,
  namesOf,
  peopleInRoles,
} from './store.ts';
