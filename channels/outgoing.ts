import dns from 'node:dns';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { type Inner, isRefused } from './inner-places.ts';

/** Somebody waits for the next person to be asked while we wait for a provider. */
const PATIENCE_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;

export class RefusedTarget extends Error {}

/** Looks a name up and refuses such addresses, at the moment of connecting: a name that changes its mind gains nothing. */
const lookingUp =
  (allowed: Inner): net.LookupFunction =>
  (host, options, done) => {
    dns.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 4);
      const inner = found.find(({ address }) => isRefused(allowed, host, address));
      const [first] = found;
      if (inner || !first)
        return done(new RefusedTarget(`${host} is an address inside (${inner?.address ?? 'none'})`), '', 4);
      if (options.all) return done(null, found);
      done(null, first.address, first.family);
    });
  };

/** @throws RefusedTarget for an address that stands there itself and is never looked up */
function refuseAddress(host: string, allowed: Inner): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (net.isIP(bare) && isRefused(allowed, bare, bare))
    throw new RefusedTarget(`${bare} is an address inside`);
}

/**
 * A connection to a host somebody named. Mail servers stand inside more often than not; where clouds keep a machine's
 * secrets none does.
 */
export async function connectOutside(
  { host, port }: { readonly host: string; readonly port: number },
  allowInner: boolean,
): Promise<net.Socket> {
  const allowed = allowInner ? 'all' : 'none';
  refuseAddress(host, allowed);
  const socket = net.connect({ host, port, lookup: lookingUp(allowed) });
  const late = setTimeout(() => socket.destroy(new Error('timed out')), PATIENCE_MS);
  try {
    await once(socket, 'connect');
    return socket;
  } finally {
    clearTimeout(late);
  }
}

const KEPT = { keepAlive: true, maxFreeSockets: 16, timeout: PATIENCE_MS } as const;
interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}
/** Connections that are kept, apart for each rule about where they may go: one that was allowed is no way in for another. */
const kept = new Map<string, Agents>();
const MOST_RULES = 50;

function agentsOf(allowed: Inner): Agents {
  const rule = JSON.stringify(allowed);
  const known = kept.get(rule);
  if (known) return known;
  if (kept.size >= MOST_RULES) closeOutgoingConnections();
  const options = { ...KEPT, lookup: lookingUp(allowed) };
  const made = { http: new http.Agent(options), https: new https.Agent(options) };
  kept.set(rule, made);
  return made;
}

/** Ends connections that are kept, so that a process can stop. */
export function closeOutgoingConnections(): void {
  for (const agents of kept.values()) for (const agent of Object.values(agents)) agent.destroy();
  kept.clear();
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
    patienceMs = PATIENCE_MS,
  }: {
    headers: Record<string, string>;
    body: string | Buffer;
    allowInner: boolean | Inner;
    /** What is large takes longer. */
    patienceMs?: number;
  },
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const allowed = allowInner === true ? 'all' : allowInner || 'none';
    refuseAddress(target.hostname, allowed);
    const agents = agentsOf(allowed);
    const secure = target.protocol === 'https:';
    // What was decided stands in the first line: who took a message and then falls silent is not sent it again.
    let done: (() => void) | undefined;
    const request = (secure ? https : http).request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        timeout: PATIENCE_MS,
        signal: AbortSignal.timeout(Math.ceil(patienceMs)),
        agent: secure ? agents.https : agents.http,
      },
      (answer) => {
        let text = '';
        done = () => resolve({ status: answer.statusCode ?? 0, text });
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          if (text.length < LARGEST_ANSWER) return;
          done?.();
          answer.destroy();
        });
        answer.on('end', done);
        answer.on('error', done);
      },
    );
    request.on('error', (error) => (done ? done() : reject(error)));
    request.on('timeout', () => request.destroy(new Error('timed out')));
    request.end(body);
  });
}
