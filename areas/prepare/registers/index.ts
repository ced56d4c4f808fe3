export { readRegister, type Stored, versionOf } from './store.ts';
