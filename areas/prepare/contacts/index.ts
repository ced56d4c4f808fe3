export {
  accountOf,
  findPeople,
  findPerson,
  linkAccount,
  listPeople,
  lockPerson,
  type Membership,
  membershipsOf,
  namesOf,
  peopleWithRole,
} from './store.ts';
