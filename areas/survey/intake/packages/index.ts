export { type Origin, originOf, reportOf, setOrigin } from './store.ts';
