export {
  historyOf,
  pageOfRegister,
  readRegister,
  type Stored,
  versionOf,
  versionsOf,
} from './store.ts';
