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
} from './store.ts';
