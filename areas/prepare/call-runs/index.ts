export { calledPerson } from './store.ts';
