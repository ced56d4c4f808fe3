export { isChosen, picksOf } from './store.ts';
