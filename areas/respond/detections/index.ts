export { alarmsGoOn } from './store.ts';
