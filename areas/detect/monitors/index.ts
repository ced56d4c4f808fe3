export { heartbeatOfKey, listHeartbeats } from './store.ts';
