export {
  codesOf,
  consentsOf,
  findCode,
  findConsent,
  insertCode,
  insertConsent,
  markTried,
  type StoredCode,
  type StoredConsent,
  withdrawAll,
} from './store.ts';
