import net from 'node:net';
import { bytesOf, dotted, isMapped } from '../kernel/network-address.ts';

const listed = (type: 'ipv4' | 'ipv6', ranges: readonly (readonly [string, number])[]): net.BlockList => {
  const list = new net.BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, type);
  return list;
};

/** Of this machine, of private networks, and what is nobody's (RFC 6890). */
const INNER_4 = listed('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]);
/** What is reached in the whole world stands in 2000::/3; all else is somebody's own. */
const WORLD_6 = listed('ipv6', [['2000::', 3]]);

interface Carrier {
  readonly within: net.BlockList;
  /** Where the IPv4 addresses stand whose place it is in truth. */
  readonly at: readonly number[];
  readonly turned?: number;
}

/** IPv6 addresses that stand for an IPv4 address: whoever names one is sent there by a translator or a tunnel. */
const CARRIERS: readonly Carrier[] = [
  // IPv4-compatible, SIIT, NAT64, 6to4, Teredo (its server and, with every bit turned, its client).
  { within: listed('ipv6', [['::', 96]]), at: [12] },
  { within: listed('ipv6', [['::ffff:0:0:0', 96]]), at: [12] },
  { within: listed('ipv6', [['64:ff9b::', 96]]), at: [12] },
  { within: listed('ipv6', [['2002::', 16]]), at: [2] },
  { within: listed('ipv6', [['2001::', 32]]), at: [4], turned: 12 },
];
/** NAT64 of one's own network: what it stands for is that network's secret. */
const OWN_NAT64 = listed('ipv6', [['64:ff9b:1::', 48]]);
/** ISATAP (RFC 5214): the interface part says it is an IPv4 address. */
const isIsatap = (bytes: Uint8Array): boolean =>
  (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;

const isInner4 = (bytes: Uint8Array): boolean => INNER_4.check(dotted(bytes), 'ipv4');
const four = (bytes: Uint8Array, at: number): Uint8Array => bytes.slice(at, at + 4);

const spelt = (bytes: Uint8Array): string =>
  (Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? []).join(':');

/** The IPv4 addresses that an IPv6 address stands for; none where it stands for itself. */
function carriedBy(bytes: Uint8Array, address: string): Uint8Array[] {
  const carrier = CARRIERS.find(({ within }) => within.check(address, 'ipv6'));
  if (!carrier) return [];
  const turned = carrier.turned === undefined ? [] : [four(bytes, carrier.turned).map((byte) => byte ^ 0xff)];
  return [...carrier.at.map((at) => four(bytes, at)), ...turned];
}

function isInner6(bytes: Uint8Array, address: string): boolean {
  if (OWN_NAT64.check(address, 'ipv6')) return true;
  if (isIsatap(bytes)) return true;
  const carried = carriedBy(bytes, address);
  return carried.length > 0 ? carried.some(isInner4) : !WORLD_6.check(address, 'ipv6');
}

/** Whether an address is of this machine or of a network nobody outside can reach, in whichever way it is written. */
export function isInner(address: string): boolean {
  const bytes = bytesOf(address);
  // What is no address at all reaches nothing, and is not let out to find that out.
  if (!bytes) return true;
  if (isMapped(bytes)) return isInner4(bytes.slice(12));
  return isInner6(bytes, spelt(bytes));
}

const LINK_LOCAL_4 = listed('ipv4', [['169.254.0.0', 16]]);
const LINK_LOCAL_6 = listed('ipv6', [['fe80::', 10]]);

/** What some clouds use besides for the same: of Alibaba, of Oracle; of Amazon and of Google. */
const METADATA_4 = ['100.100.100.200', '192.0.0.192'];
const METADATA_6 = listed('ipv6', [
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
]);
const isLinkLocal4 = (bytes: Uint8Array): boolean =>
  LINK_LOCAL_4.check(dotted(bytes), 'ipv4') || METADATA_4.includes(dotted(bytes));

/** Where clouds tell a machine its secrets, and nothing serves people; also by way of a translator or a tunnel. */
export function isLinkLocal(address: string): boolean {
  const bytes = bytesOf(address);
  if (!bytes) return false;
  if (isMapped(bytes)) return isLinkLocal4(bytes.slice(12));
  const plain = spelt(bytes);
  if (LINK_LOCAL_6.check(plain, 'ipv6') || METADATA_6.check(plain, 'ipv6')) return true;
  return carriedBy(bytes, plain).some(isLinkLocal4);
}
