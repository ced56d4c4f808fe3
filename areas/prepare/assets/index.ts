export { hostsBehind, keysThatStop, recoveryOfAll } from './ask-graph.ts';
export { keepAssetsWithin } from './keep-asset.ts';
export { allAssets, assetsWithDegree, hostsOf, idsOfKeys, ownerUnitsOf } from './store.ts';
