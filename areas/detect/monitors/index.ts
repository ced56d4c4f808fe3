export { heartbeatOfKey, listHeartbeats, proofsOfOther } from './store.ts';
