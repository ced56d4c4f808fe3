/** Groups of an IPv6 address, an IPv4 address at its end included; undefined where it is none. A zone says nothing of the place. */
function groupsOf(address: string): number[] | undefined {
  try {
    const { hostname } = new URL(`http://[${address.split('%')[0]}]/`);
    const [head = '', tail] = hostname.slice(1, -1).split('::');
    const read = (part: string): number[] =>
      part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
    const first = read(head);
    const last = tail === undefined ? [] : read(tail);
    return [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last];
  } catch {
    return undefined;
  }
}

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The sixteen bytes of an address as the network writes it; an IPv4 address stands where a mapped one has it. */
export function bytesOf(address: string): Uint8Array | undefined {
  const groups = groupsOf(V4.test(address) ? `::ffff:${address}` : address);
  return groups && Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

export const dotted = (bytes: Uint8Array): string => bytes.join('.');

/** ::ffff:0:0/96: an IPv4 address within IPv6. */
export const isMapped = (bytes: Uint8Array): boolean =>
  bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;

/**
 * Whom an address stands for when somebody is counted by it: an IPv4 address itself, of an IPv6 address the network (/64),
 * for whoever has one has all of it.
 */
export function networkOf(address: string): string {
  const bytes = bytesOf(address);
  if (!bytes) return address;
  if (isMapped(bytes)) return dotted(bytes.slice(12));
  return `${Buffer.from(bytes.slice(0, 8)).toString('hex')}/64`;
}
