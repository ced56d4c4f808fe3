import dns from 'node:dns';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { isInner, isLinkLocal } from './inner-address.ts';

/** Somebody waits for the next person to be asked while we wait for a provider. */
const PATIENCE_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;

export class RefusedTarget extends Error {}

type Refused = (address: string) => boolean;

/** Looks a name up and refuses such addresses, at the moment of connecting: a name that changes its mind gains nothing. */
const lookingUp =
  (refused: Refused): net.LookupFunction =>
  (host, options, done) => {
    dns.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 4);
      const inner = found.find(({ address }) => refused(address));
      const [first] = found;
      if (inner || !first)
        return done(new RefusedTarget(`${host} is an address inside (${inner?.address ?? 'none'})`), '', 4);
      if (options.all) return done(null, found);
      done(null, first.address, first.family);
    });
  };

/** @throws RefusedTarget for an address that stands there itself and is never looked up */
function refuseAddress(host: string, refused: Refused): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (net.isIP(bare) && refused(bare)) throw new RefusedTarget(`${bare} is an address inside`);
}

/**
 * A connection to a host somebody named. Mail servers stand inside more often than not; where clouds keep a machine's
 * secrets none does.
 */
export async function connectOutside(
  { host, port }: { readonly host: string; readonly port: number },
  allowInner: boolean,
): Promise<net.Socket> {
  const refused = allowInner ? isLinkLocal : isInner;
  refuseAddress(host, refused);
  const socket = net.connect({ host, port, lookup: lookingUp(refused) });
  const late = setTimeout(() => socket.destroy(new Error('timed out')), PATIENCE_MS);
  try {
    await once(socket, 'connect');
    return socket;
  } finally {
    clearTimeout(late);
  }
}

const KEPT = { keepAlive: true, maxFreeSockets: 16, timeout: PATIENCE_MS } as const;
/** Connections that are kept: those that were only ever outside apart from those that may be inside. */
const AGENTS = {
  outside: {
    http: new http.Agent({ ...KEPT, lookup: lookingUp(isInner) }),
    https: new https.Agent({ ...KEPT, lookup: lookingUp(isInner) }),
  },
  anywhere: { http: new http.Agent(KEPT), https: new https.Agent(KEPT) },
};

/** Ends connections that are kept, so that a process can stop. */
export function closeOutgoingConnections(): void {
  for (const agents of Object.values(AGENTS)) for (const agent of Object.values(agents)) agent.destroy();
}

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
    if (!allowInner) refuseAddress(target.hostname, isInner);
    const agents = allowInner ? AGENTS.anywhere : AGENTS.outside;
    const secure = target.protocol === 'https:';
    const request = (secure ? https : http).request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        timeout: PATIENCE_MS,
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: secure ? agents.https : agents.http,
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
