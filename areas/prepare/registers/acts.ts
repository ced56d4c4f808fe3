/** What others write of entries, each within its own transaction, and how an entry is locked for it. */
export { eraseEntry, holdKeys, lockEntry, writeEntry } from './store.ts';
