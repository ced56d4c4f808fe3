import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { atPrimary, primaryOf } from './hosts.ts';

/** How long nothing may come from a server that was asked something before somebody looks what became of it. */
const SILENCE_MS = 4_000;
/** How long that look may take. A server that does not even let us in is as silent as the connection. */
const LOOK_MS = 4_000;
const READ_ONLY = '25006';
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Whether a server that can be reached now still holds the session behind a connection. Asked over a connection of its
 * own: what the other one waits for may be slow and right.
 */
async function sessionStands(config: pg.ClientConfig, processId: number, name: string): Promise<boolean> {
  let look: pg.Client | undefined;
  let letIn = false;
  try {
    const { connectionString } = config;
    const where = connectionString ? { connectionString: await atPrimary(connectionString) } : {};
    look = new pg.Client({ ...config, ...where, connectionTimeoutMillis: LOOK_MS, query_timeout: LOOK_MS });
    look.on('error', () => undefined);
    await look.connect();
    letIn = true;
    const { rowCount } = await look.query(
      'SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND application_name = $2',
      [processId, name],
    );
    return rowCount === 1;
  } catch (error) {
    // A server that refuses us (full, starting) or is slow to answer is no silent one: whoever waits goes on waiting.
    return letIn || SQLSTATE.test(String((error as { code?: unknown }).code ?? ''));
  } finally {
    look?.connection.stream.destroy();
  }
}

/** What an address says of the name would win over ours. */
function withoutName(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('application_name');
  return url.toString();
}

type Told = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

/**
 * A connection that notices when its server falls silent, as after a loss of power or a partition: no word comes back, not
 * even that the connection is gone, and TCP gives up after a quarter of an hour. When an answer is outstanding and nothing
 * has come for a while, it asks by another connection whether its session still stands; if not, it is thrown away, and
 * whoever waited is told as by any connection that breaks.
 */
export class WatchedClient extends pg.Client {
  readonly #config: pg.ClientConfig;
  readonly #name: string;
  #watch: NodeJS.Timeout | undefined;
  #heard = 0;

  constructor(config: pg.ClientConfig = {}) {
    // A name that no other session has: a server that took over may have given the same number to another.
    const name = `sonae ${randomUUID()}`;
    const unnamed = {
      ...config,
      ...(config.connectionString && { connectionString: withoutName(config.connectionString) }),
    };
    super({ ...unnamed, application_name: name, keepAlive: true, keepAliveInitialDelayMillis: SILENCE_MS });
    this.#config = unnamed;
    this.#name = name;
    this.on('drain', () => this.#rest());
    this.on('end', () => this.#rest());
    const ask = super.query.bind(this) as (...words: unknown[]) => unknown;
    // One place for all of the ways in which a query can be asked.
    this.query = ((...words: unknown[]) => {
      this.#watch ??= this.#lookLater();
      const answer = ask(...words);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.#leaveStandby(error));
      return answer;
    }) as typeof this.query;
  }

  /** Of several servers, the one that is the primary now. */
  override connect(): Promise<pg.Client>;
  override connect(callback: Told): void;
  override connect(callback?: Told): Promise<pg.Client> | undefined {
    const moved = this.#moveToPrimary();
    if (!callback) return moved.then(() => super.connect());
    // Handed on as it is: whoever waits is told in the very moment, and hears of what breaks right after.
    moved.then(
      () => super.connect(callback),
      (error: unknown) => (callback as (error: Error) => void)(error as Error),
    );
    return undefined;
  }

  async #moveToPrimary(): Promise<void> {
    const address = this.#config.connectionString;
    const primary = address === undefined ? undefined : await primaryOf(address);
    if (!primary) return;
    Object.assign(this, primary);
    Object.assign((this as unknown as { connectionParameters: object }).connectionParameters, primary);
  }

  /** A primary that has become a standby keeps its connections and refuses to write: a new one reaches its successor. */
  #leaveStandby(error: unknown): void {
    if ((error as { code?: string }).code === READ_ONLY) this.connection.stream.destroy();
  }

  #rest(): void {
    clearTimeout(this.#watch);
    this.#watch = undefined;
  }

  #lookLater(): NodeJS.Timeout {
    this.#heard = this.#received();
    return setTimeout(() => void this.#look(), SILENCE_MS).unref();
  }

  #received(): number {
    return (this.connection.stream as { bytesRead?: number }).bytesRead ?? 0;
  }

  async #look(): Promise<void> {
    const processId = (this as unknown as { processID: number | null }).processID;
    const moved = this.#received() !== this.#heard;
    const stands =
      moved || (processId !== null && (await sessionStands(this.#config, processId, this.#name)));
    // Answered meanwhile.
    if (this.#watch === undefined) return;
    if (stands) this.#watch = this.#lookLater();
    else this.connection.stream.destroy(new Error('the database fell silent: its session is gone'));
  }
}
