/** What others write of systems, within their own transaction. */
export { keepAssetsWithin } from './keep-asset.ts';
export { removeAsset } from './remove-asset.ts';
export { lockAssets } from './store.ts';
