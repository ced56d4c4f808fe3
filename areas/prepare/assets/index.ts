export { keepAssetsWithin } from './keep-asset.ts';
export { allAssets, findAsset, idsOfKeys, keysOf } from './store.ts';
