// Writes in the caller's transaction, which holds the list: what a word is found to name.
export { aliasWithin, listWithin } from './list-entity.ts';
export { lockEntities } from './store.ts';
