export { changesOf } from './store.ts';
