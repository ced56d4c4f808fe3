export { lockEntry, readRegister, type Stored, versionOf, writeEntry } from './store.ts';
