export { assignWithin } from './assign-role.ts';
export { rolesOf, type StoredRole } from './store.ts';
