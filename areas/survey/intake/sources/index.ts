export { bytesOf, findSource, insertSource, sourcesOf } from './store.ts';
