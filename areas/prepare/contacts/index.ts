export {
  accountOf,
  findPeople,
  findPerson,
  linkAccount,
  listPeople,
  type Membership,
  membershipsOf,
  namesOf,
  peopleWithRole,
} from './store.ts';
