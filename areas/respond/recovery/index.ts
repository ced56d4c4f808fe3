export { technicianOfLink } from './store.ts';
