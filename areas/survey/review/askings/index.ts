export { type Asking, askingsOf, endAskings, findAsking, insertAsking, setReminded } from './store.ts';
