export {
  firstWritten,
  historyOf,
  pageOfRegister,
  readRegister,
  type Stored,
  versionOf,
  versionOfAll,
  versionsOf,
} from './store.ts';
