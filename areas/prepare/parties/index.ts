export { readOrganisation, readZone, unitTree } from './store.ts';
