export { keepAssetsWithin } from './keep-asset.ts';
export { allAssets, assetsWithDegree, findAsset, idsOfKeys, keysOf } from './store.ts';
