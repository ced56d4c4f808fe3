export { wasHandedBelow } from './store.ts';
