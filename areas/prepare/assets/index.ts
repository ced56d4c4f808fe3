export { keysThatStop, recoveryOfAll } from './ask-graph.ts';
export { keepAssetsWithin } from './keep-asset.ts';
export { allAssets, assetsWithDegree, idsOfKeys } from './store.ts';
