export { findAsset, idsOfKeys, keysOf } from './store.ts';
