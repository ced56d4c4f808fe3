import type net from 'node:net';
import type { Readable } from 'node:stream';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { connectOutside } from '../outgoing.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user: string;
  readonly password: string;
  readonly allowInner: boolean;
}

/** Somebody waits for the next person to be asked while we wait for a mail server. */
const PATIENCE_MS = 10_000;
/** A server that is there says its first word sooner; a firewall that forgot a connection lets nothing through for ever. */
const FIRST_WORD_MS = 2_000;
/** What was quiet for longer is opened anew: servers and firewalls let go of it in their own time, and tell or not. */
const IDLE_MS = 30_000;
const MOST_SERVERS = 20;
/** Four workers of each of the two lanes of mail: none of them waits for a connection of another's. */
const MOST_CONNECTIONS = 8;

/** Connections to one server, kept: a page must not wait for a TLS handshake. */
class Pool {
  readonly #transport: Transporter;
  readonly #open = new Set<net.Socket>();
  /** Of mails that a connection has in hand, what the server is to be given once it asks for it. */
  readonly #bodies = new WeakMap<AbortSignal, Readable>();

  constructor(server: MailServer) {
    this.#transport = nodemailer.createTransport({
      pool: true,
      maxConnections: MOST_CONNECTIONS,
      idleTimeout: IDLE_MS,
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      ...(server.user && { auth: { user: server.user, pass: server.password } }),
      getSocket: (
        _options: unknown,
        done: (error: Error | null, socket?: { connection: net.Socket }) => void,
      ) => {
        connectOutside(server, server.allowInner).then(
          (connection) => {
            this.#watch(connection);
            done(null, { connection });
          },
          (error: Error) => done(error),
        );
      },
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.#transport.use('stream', ({ data, message }, done) => {
      const { signal } = data;
      message.processFunc((body) => {
        if (signal) this.#bodies.set(signal, body);
        return body;
      });
      done();
    });
  }

  #watch(socket: net.Socket): void {
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
  }

  /** What each connection kept has said so far. */
  #said(): ReadonlyMap<net.Socket, number> {
    return new Map([...this.#open].map((socket) => [socket, socket.bytesRead]));
  }

  /**
   * @returns undefined where a kept connection says nothing at all and the server has not asked for the mail: it may go
   * out over another without coming twice
   */
  async send(mail: SendMailOptions): Promise<string | undefined> {
    const said = this.#said();
    if (said.size === 0) return this.sendPatiently(mail);
    const silence = new AbortController();
    const late = setTimeout(() => {
      const isInHand = this.#bodies.get(silence.signal)?.readableDidRead === false;
      const isDead = [...said].some(([socket, before]) => socket.bytesRead === before);
      if (isInHand && isDead) silence.abort();
    }, FIRST_WORD_MS);
    try {
      const { response } = await this.#transport.sendMail({ ...mail, signal: silence.signal });
      return response ?? '';
    } catch (error) {
      if (silence.signal.aborted) return undefined;
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  /** Over whichever connection there is, for as long as a mail server may take. */
  async sendPatiently(mail: SendMailOptions): Promise<string> {
    const { response } = await this.#transport.sendMail(mail);
    return response ?? '';
  }

  close(): void {
    this.#transport.close();
  }
}

const pools = new Map<string, Pool>();

function poolOf(server: MailServer): Pool {
  const key = JSON.stringify(server);
  const known = pools.get(key);
  if (known) return known;
  const made = new Pool(server);
  if (pools.size >= MOST_SERVERS) {
    const [oldest] = pools.keys();
    if (oldest !== undefined) letGo(oldest, pools.get(oldest));
  }
  pools.set(key, made);
  return made;
}

function letGo(key: string, pool: Pool | undefined): void {
  if (pool && pools.get(key) === pool) pools.delete(key);
  // What is under way ends by itself.
  pool?.close();
}

/** Ends pooled connections, so that a process can stop. */
export function closeMailConnections(): void {
  for (const [key, pool] of pools) letGo(key, pool);
}

/**
 * One pool of connections per distinct setting; one whose connections died unheard is left for a new one within seconds.
 * @returns what the server answered
 */
export async function sendMail(server: MailServer, mail: SendMailOptions): Promise<string> {
  const pool = poolOf(server);
  const answered = await pool.send(mail);
  if (answered !== undefined) return answered;
  letGo(JSON.stringify(server), pool);
  return poolOf(server).sendPatiently(mail);
}
