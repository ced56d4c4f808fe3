export { hypothesesOf } from './store.ts';
