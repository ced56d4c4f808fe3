export { keysThatStop, recoveryOfAll } from './ask-graph.ts';
export { findHosts } from './find-hosts.ts';
export {
  allAssets,
  assetNames,
  assetsWithDegree,
  findAsset,
  type Host,
  holdAssets,
  idsOfKeys,
  keysOfParty,
  keysPointingAt,
  needsOfRated,
  ownerUnitsOf,
  suppliersOf,
  versionOfAssets,
} from './store.ts';
