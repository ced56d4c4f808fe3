export { keysThatStop, recoveryOfAll } from './ask-graph.ts';
export { findHosts } from './find-hosts.ts';
export {
  allAssets,
  assetNames,
  assetsWithDegree,
  type Host,
  idsOfKeys,
  ownerUnitsOf,
  suppliersOf,
} from './store.ts';
