export { listHosts, type Swept } from './store.ts';
