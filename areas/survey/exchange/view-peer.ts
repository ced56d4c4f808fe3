import { keyOf, printOf, spoken } from './card-text.ts';
import type { Peer } from './peers/index.ts';
import type { PeerView } from './schema.ts';

/** A peer as people see it: keys as they are read out. */
export const viewPeer = ({ id, name, address, print, state, offered, ...peer }: Peer): PeerView => ({
  id,
  name,
  address,
  fingerprint: spoken(print),
  state,
  offered: offered && spoken(printOf(keyOf(offered))),
  allowInner: peer.allowInner,
  via: peer.via,
  confirmedAt: peer.confirmedAt?.toString() ?? null,
});
