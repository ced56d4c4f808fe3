export { type KeyedSource, listSources, sourceOfKey } from './store.ts';
