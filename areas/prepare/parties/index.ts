export { readOrganisation, unitTree } from './store.ts';
