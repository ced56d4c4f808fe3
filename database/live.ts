import pg from 'pg';
import type { Logger } from 'pino';
import { atPrimary } from './hosts.ts';
import type { Hints } from './pool.ts';

const CHANNEL = 'sonae';
/** Notifying inside the hot transaction would serialise commits server-wide; hints are gathered for this long. */
const GATHER_MS = 20;
const RECONNECT_MS = 250;
/** So often the connection is asked whether it still carries notifications, */
const PROVE_MS = 3_000;
/** and when it has carried none of these for so long it is thrown away. */
const DEAF_MS = 6_000;
const CONNECT_MS = 5_000;
/** Topic of a notification that only proves that notifications arrive; no listener hears it. */
const PROOF = 'proof';
/** NOTIFY refuses payloads of 8,000 bytes and more. */
const LONGEST_PAYLOAD = 7_500;

export interface Hint {
  readonly topic: string;
  readonly orgId: string;
}

/**
 * One LISTEN connection per process. A hint only says "look again": whoever is woken reads from its own cursor,
 * so a lost hint costs time and never data. After a reconnection everybody looks again (`onGap`).
 */
export class Live implements Hints {
  readonly #url: string;
  readonly #log: Logger;
  readonly #listeners = new Set<(hint: Hint) => void>();
  readonly #gapListeners = new Set<() => void>();
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #client: pg.Client | undefined;
  #closed = false;
  /** Counts up with every proof that was sent, and what of it has come back. */
  #sent = 0;
  #heard = 0;
  #proving: NodeJS.Timeout | undefined;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  /** @returns a function that ends the subscription */
  onHint(listener: (hint: Hint) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onGap(listener: () => void): () => void {
    this.#gapListeners.add(listener);
    return () => this.#gapListeners.delete(listener);
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: await atPrimary(this.#url),
      keepAlive: true,
      application_name: 'sonae live',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: CONNECT_MS,
    });
    client.on('error', (error) => this.#log.warn({ reason: error.message }, 'the live connection failed'));
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      // Not waited for: a connection that never stood may have nothing to end.
      client.end().catch(() => undefined);
      throw error;
    }
    // Only one that stood: an attempt that fails ends as well, and whoever made it tries again by itself.
    client.once('end', () => this.#reconnect());
    this.#client = client;
    this.#prove(client);
    for (const listener of this.#gapListeners) listener();
  }

  /** Whether notifications arrive, as far as is known. */
  get hears(): boolean {
    return this.#client !== undefined && this.#sent - this.#heard <= DEAF_MS / PROVE_MS;
  }

  /** A server that fell silent says nothing, not even that the connection is gone: notify ourselves and listen. */
  #prove(client: pg.Client): void {
    this.#heard = this.#sent;
    this.#proving = setInterval(() => {
      if (!this.hears) return void client.connection.stream.destroy(new Error('no notification arrives'));
      this.#sent += 1;
      client
        .query('SELECT pg_notify($1, $2)', [CHANNEL, `${PROOF} ${this.#sent}`])
        .catch((error: unknown) => {
          this.#log.warn({ err: error }, 'the live connection could not be proved');
        });
    }, PROVE_MS).unref();
  }

  send(topic: string, orgId: string): void {
    const line = `${topic} ${orgId}`;
    if (this.#pending.has(line)) return;
    this.#pending.add(line);
    // This process hears it at once; the others within GATHER_MS.
    queueMicrotask(() => this.#tell({ topic, orgId }));
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#proving);
    const client = this.#client;
    if (!client) return;
    // A silent server says no farewell.
    const leaving = setTimeout(() => client.connection.stream.destroy(), CONNECT_MS);
    await client.end().finally(() => clearTimeout(leaving));
  }

  #reconnect(): void {
    this.#client = undefined;
    clearInterval(this.#proving);
    if (this.#closed) return;
    setTimeout(() => {
      if (this.#closed) return;
      this.start().catch((error: unknown) => {
        this.#log.warn({ err: error }, 'the live connection could not be opened again');
        this.#reconnect();
      });
    }, RECONNECT_MS).unref();
  }

  #flush(): void {
    this.#timer = undefined;
    const lines = [...this.#pending];
    this.#pending.clear();
    let payload = '';
    const notify = () => {
      if (payload) {
        this.#client?.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch((error: unknown) => {
          this.#log.warn({ err: error }, 'a hint was not sent; the others will look again by themselves');
        });
      }
      payload = '';
    };
    for (const line of lines) {
      if (payload.length + line.length + 1 > LONGEST_PAYLOAD) notify();
      payload = payload ? `${payload}\n${line}` : line;
    }
    notify();
  }

  #receive(payload: string): void {
    for (const line of payload.split('\n')) {
      const [topic = '', orgId = ''] = line.split(' ');
      // Every process proves its own connection on the one channel; another's proof proves ours as well.
      if (topic === PROOF) this.#heard = this.#sent;
      else this.#tell({ topic, orgId });
    }
  }

  #tell(hint: Hint): void {
    for (const listener of this.#listeners) listener(hint);
  }
}
