export { isChosen } from './store.ts';
