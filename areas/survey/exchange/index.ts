export { readCard } from './card-text.ts';
export type { Accepted, Kinds, PackageKind, Settled } from './kind.ts';
export { cardOf } from './own-card.ts';
export { type Package, readPackage } from './package-text.ts';
export { findPeer, listPeers, type Peer } from './peers/index.ts';
export { Refusal } from './refusal.ts';
