import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

/** Somebody waits for the next person to be asked while we wait for a provider. */
const PATIENCE_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;

const INNER = new net.BlockList();
for (const [address, prefix] of [
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
] as const)
  INNER.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INNER.addSubnet(address, prefix, 'ipv6');

/** Addresses of this machine and of networks nobody outside can reach; a mapped IPv4 address is what it maps. */
export function isInner(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return INNER.check(plain, net.isIPv6(plain) ? 'ipv6' : 'ipv4');
}

export class RefusedTarget extends Error {}

/** Looks a name up and refuses inner addresses, at the moment of connecting: a name that changes its mind gains nothing. */
const outsideOnly: net.LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 4);
    const inner = found.find(({ address }) => isInner(address));
    const [first] = found;
    if (inner || !first)
      return done(new RefusedTarget(`${host} is an address inside (${inner?.address ?? 'none'})`), '', 4);
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};

export interface Posted {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts to an address somebody configured. Redirects are not followed, answers are cut off, time is limited, and private
 * addresses are refused unless they were allowed.
 * @throws Error for whatever kept it from being answered; `RefusedTarget` for an inner address
 */
export function postOutside(
  url: string,
  {
    headers,
    body,
    allowInner,
  }: { headers: Record<string, string>; body: string | Buffer; allowInner: boolean },
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const bare = target.hostname.replace(/^\[|\]$/g, '');
    if (!allowInner && net.isIP(bare) && isInner(bare)) {
      reject(new RefusedTarget(`${bare} is an address inside`));
      return;
    }
    const door = target.protocol === 'https:' ? https : http;
    const request = door.request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        timeout: PATIENCE_MS,
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(!allowInner && { lookup: outsideOnly }),
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          if (text.length < LARGEST_ANSWER) text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on('error', reject);
      },
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('timed out')));
    request.end(body);
  });
}
