import { CompiledQuery, type Transaction } from 'kysely';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tables } from './tables.ts';
import { WatchedClient } from './watched-client.ts';

/**
 * What every queue of ours is made with. A job whose process dies is given to another after the heartbeat is missed
 * (10 s is the library's least), and handlers may run twice with one effect.
 */
const QUEUE = {
  policy: 'standard',
  notify: true,
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  expireInSeconds: 600,
} as const;
/** NOTIFY wakes a worker at once; this is how soon delayed and retried jobs are noticed without it. */
const POLL_SECONDS = 0.5;
/** The queue takes the highest first, and otherwise what came first; nothing else has one. */
const FIRST = 1;
const STOP_MS = 10_000;

interface JobBody {
  readonly orgId: string;
  readonly body: unknown;
}

export type JobRunner = (kind: string, id: string, orgId: string, body: unknown) => Promise<void>;

/** Work that talks to the world or takes long, kept in PostgreSQL and enqueued in the transaction of its cause. */
export class JobQueue {
  /** Enqueues within the caller's transaction, from the first moment: also while the first organisation is founded. */
  readonly #sender: PgBoss;
  /** Takes jobs, once it was started; only where this process works on them. */
  readonly #worker: PgBoss | undefined;
  readonly #log: Logger;
  #working = false;

  constructor(pool: pg.Pool, url: string, log: Logger, role: 'sender' | 'worker') {
    this.#log = log;
    this.#sender = new PgBoss({
      db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
      migrate: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    if (role === 'worker')
      this.#worker = new PgBoss({
        connectionString: url,
        max: 6,
        // Handed on to its pool as it is: a connection of the queue that falls silent must go as well.
        ...({ Client: WatchedClient } as object),
        migrate: false,
        useListenNotify: true,
        schedule: false,
        superviseIntervalSeconds: 2,
        monitorIntervalSeconds: 2,
      });
    for (const boss of [this.#sender, this.#worker]) {
      boss?.on('error', (error) => log.warn({ err: error }, 'job queue'));
      boss?.on('warning', (warning) => log.warn({ warning }, 'job queue'));
    }
  }

  /** Adds a job that becomes visible when the transaction commits. */
  async send(
    trx: Transaction<Tables>,
    kind: string,
    id: string,
    /** A time, or so many seconds from now by the database's clock. */
    startAfter: string | number,
    job: JobBody,
    /** It goes before the others of its kind that wait. */
    first: boolean,
  ): Promise<void> {
    const db = {
      executeSql: async (text: string, values?: unknown[]) => {
        const { rows } = await trx.executeQuery<Record<string, unknown>>(
          CompiledQuery.raw(text, values ?? []),
        );
        return { rows };
      },
    };
    await this.#sender.send(kind, job, {
      id,
      db,
      ...(startAfter && { startAfter }),
      ...(first && { priority: FIRST }),
    });
  }

  async startWorking(kinds: readonly string[], run: JobRunner): Promise<void> {
    const boss = this.#worker;
    if (!boss) throw new Error('this process only enqueues');
    await boss.start();
    this.#working = true;
    for (const kind of kinds) {
      for (let lane = 0; lane < 4; lane += 1) {
        const worker = await boss.work<JobBody>(
          kind,
          { pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS },
          async (jobs) => {
            // A notification wakes for one fetch only: ask for the next before doing this one.
            boss.notifyWorker(worker);
            for (const job of jobs) {
              await run(kind, job.id, job.data.orgId, job.data.body).catch((error: unknown) => {
                this.#log.error({ err: error, kind, job: job.id }, 'a job failed and will be tried again');
                throw error;
              });
            }
          },
        );
      }
    }
  }

  /** Resolves when the queue's own connections answer; at once where this process only enqueues. */
  async ask(): Promise<void> {
    if (this.#working) await this.#worker?.getDb().executeSql('SELECT 1');
  }

  async stop(): Promise<void> {
    if (this.#working) await this.#worker?.stop({ graceful: true, timeout: STOP_MS });
  }
}

/** Queues are made with the database, so that a sender never meets a missing one. Idempotent. */
export async function createQueuesAt(ownerUrl: string, kinds: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const kind of kinds) {
      await client.query('SELECT pgboss.create_queue($1, $2::jsonb)', [kind, JSON.stringify(QUEUE)]);
    }
  } finally {
    await client.end();
  }
}
