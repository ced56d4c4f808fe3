import pg from 'pg';
import { StartupError } from './startup-error.ts';

/** Where a server may be: a name or address, or the folder of a socket. */
export interface Host {
  readonly host: string;
  readonly port: number;
}

const USUAL_PORT = 5432;
const LOOK_MS = 3_000;
/** Kept in the address itself: whoever connects by it finds the primary among them. */
const LIST = 'hosts';
/** What libpq calls the sessions we need; it is what we look for anyway. */
const WRITABLE = new Set(['read-write', 'primary', 'any']);

const refuse = (why: string): StartupError => new StartupError(`DATABASE_URL: ${why}`);

/** `a:1`, `[::1]:2`, `a` or `/folder`, with a port of its own or not. */
function readHost(text: string, port: string | undefined): Host {
  const [, name = '', own] = /^(\/.*?|\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? [];
  const number = Number(own ?? (port || USUAL_PORT));
  if (name === '' || !Number.isInteger(number) || number < 1 || number > 65_535)
    throw refuse(
      `“${text}” among its hosts is none: it looks like postgres://user@one:5432,two:5432/database`,
    );
  return { host: name.replace(/^\[(.*)\]$/, '$1'), port: number };
}

const written = ({ host, port }: Host): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/**
 * An address with one host or several, as libpq takes it (`postgres://one,two/db`, or `?host=one,two&port=1,2`), in the one
 * form everything of ours reads: one host to begin with, and the list where there are several.
 * @throws StartupError naming what is wrong with it
 */
export function readAddress(text: string): string {
  const [, scheme, login = '', hosts = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/)([^@/?#]*@)?([^/?#]*)(.*)$/s.exec(text) ?? [];
  if (scheme === undefined) throw refuse('it must begin with postgres://');
  const several = hosts.includes(',');
  let url: URL;
  try {
    url = new URL(`${scheme}${login}${several || hosts === '' ? 'localhost' : hosts}${rest}`);
  } catch {
    throw refuse('it is not an address: it looks like postgres://user:password@host:5432/database');
  }
  const wanted = url.searchParams.get('target_session_attrs');
  if (wanted !== null && !WRITABLE.has(wanted))
    throw refuse(
      `target_session_attrs=${wanted} leads to a server that takes no writes: leave it out, or give read-write`,
    );
  url.searchParams.delete('target_session_attrs');
  const named = several ? hosts : url.searchParams.get('host');
  if (!named?.includes(',')) return url.toString();
  const ports = several ? [] : (url.searchParams.get('port') ?? '').split(',');
  const all = named.split(',').map((each, n) => readHost(each, ports.length > 1 ? ports[n] : ports[0]));
  url.searchParams.set(LIST, all.map(written).join(','));
  const [first] = all;
  return first ? at(url.toString(), first) : url.toString();
}

/** The same address at another host. */
function at(address: string, { host, port }: Host): string {
  const url = new URL(address);
  url.searchParams.delete('host');
  url.searchParams.delete('port');
  if (host.startsWith('/')) {
    url.hostname = 'localhost';
    url.searchParams.set('host', host);
    url.searchParams.set('port', String(port));
    return url.toString();
  }
  url.hostname = host.includes(':') ? `[${host}]` : host;
  url.port = String(port);
  return url.toString();
}

const hostsOf = (address: string): Host[] =>
  (new URL(address).searchParams.get(LIST) ?? '')
    .split(',')
    .filter(Boolean)
    .map((each) => readHost(each, undefined));

/** Which of several was the primary last; asked first, for it mostly is. */
const lastPrimary = new Map<string, Host>();

async function takesWrites(address: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: LOOK_MS,
    query_timeout: LOOK_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
    return rows[0]?.standby === false;
  } finally {
    client.connection.stream.destroy();
  }
}

/**
 * Where the primary is now, of an address with several hosts.
 * @returns undefined of an address with one host: there is nothing to find
 * @throws what the last of them said, where none takes writes
 */
export async function primaryOf(address: string): Promise<Host | undefined> {
  const hosts = hostsOf(address);
  if (hosts.length === 0) return undefined;
  const key = hosts.map(written).join(',');
  const last = lastPrimary.get(key);
  const order = last ? [last, ...hosts.filter((host) => written(host) !== written(last))] : hosts;
  let failed: unknown = new Error('none of the servers takes writes: all of them are standbys');
  for (const host of order) {
    try {
      if (!(await takesWrites(at(address, host)))) continue;
      lastPrimary.set(key, host);
      return host;
    } catch (error) {
      failed = error;
    }
  }
  throw failed;
}

/** The address of the primary, for a connection made once; the same where there is one host. */
export async function atPrimary(address: string): Promise<string> {
  const host = await primaryOf(address);
  return host ? at(address, host) : address;
}
