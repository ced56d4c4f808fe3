export { offersTo, rolesOf, type StoredRole } from './store.ts';
