export { whomToCall } from './calling/whom-to-call.ts';
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
