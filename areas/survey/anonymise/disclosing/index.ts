export { disclosuresOf, type KeptDisclosure } from './store.ts';
