export { countsOf, listHosts, type Swept } from './store.ts';
