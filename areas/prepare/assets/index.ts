export { hostsBehind, keysThatStop, recoveryOfAll } from './ask-graph.ts';
export { keepAssetsWithin } from './keep-asset.ts';
export { allAssets, assetNames, assetsWithDegree, hostsOf, idsOfKeys, ownerUnitsOf } from './store.ts';
