export { assignWithin } from './assign-role.ts';
export { offersTo, rolesOf, type StoredRole } from './store.ts';
