import { sql, type Transaction } from 'kysely';
import type { Caller } from '../kernel/caller.ts';
import { isUuid } from '../kernel/ids.ts';
import type { Database } from './pool.ts';
import type { Tables } from './tables.ts';

/** What a verb gets: who calls and when, and the way into the database. */
export interface Context extends Caller {
  readonly database: Database;
  readonly instance: Instance;
}

/** What is the same for every caller of one installation. */
export interface Instance {
  /** Where people reach the console, without a slash at the end; links in messages begin with it. */
  readonly baseUrl: string;
  readonly secret: Uint8Array;
}

/** An open transaction. `beforeCommit` is where the ledger is written: last, in the same transaction. */
export interface Tx {
  readonly ctx: Context;
  readonly sql: Transaction<Tables>;
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => void)[];
  /** The same transaction, from here on for another organisation: a claimed timer's, or the one that replaces a demo. */
  actFor(orgId: string): Promise<Tx>;
}

/** Serialisation failure and deadlock: PostgreSQL undid everything, so the deed may be done again. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));

/** Tells row-level security who is asking; `true` limits it to this transaction. */
async function introduce(trx: Transaction<Tables>, caller: Caller): Promise<void> {
  await sql`SELECT set_config('sonae.org', ${caller.orgId}, true),
    set_config('sonae.person', ${caller.actor.personId ?? ''}, true),
    set_config('sonae.outside', ${caller.actor.outside ? 'on' : 'off'}, true)`.execute(trx);
}

/** BEGIN and the introduction in one round trip; ids are checked, for a script of several statements takes no parameters. */
async function begin(trx: Transaction<Tables>, { orgId, actor }: Caller): Promise<void> {
  const personId = actor.personId ?? '';
  if (!isUuid(orgId) || (personId !== '' && !isUuid(personId))) throw new TypeError('not an id');
  await sql
    .raw(`BEGIN; SELECT set_config('sonae.org', '${orgId}', true), set_config('sonae.person', '${personId}', true),
      set_config('sonae.outside', '${actor.outside ? 'on' : 'off'}', true)`)
    .execute(trx);
}

/** Everything opened in one database transaction: the caller's, and others it acted for. */
interface Opened {
  readonly all: Tx[];
  readonly afterCommit: (() => void)[];
}

function open(ctx: Context, trx: Transaction<Tables>, opened: Opened): Tx {
  const tx: Tx = {
    ctx,
    sql: trx,
    beforeCommit: [],
    afterCommit: opened.afterCommit,
    actFor: async (orgId) => {
      const other = { ...ctx, orgId };
      await introduce(trx, other);
      return open(other, trx, opened);
    },
  };
  opened.all.push(tx);
  return tx;
}

async function once<T>(ctx: Context, deed: (tx: Tx) => Promise<T>): Promise<T> {
  const opened: Opened = { all: [], afterCommit: [] };
  const result = await ctx.database.kysely.connection().execute(async (connection) => {
    // To everything that runs in it, this connection is a transaction from here to its end.
    const trx = connection as Transaction<Tables>;
    await begin(trx, ctx);
    try {
      const answer = await deed(open(ctx, trx, opened));
      for (const tx of opened.all) {
        if (tx.beforeCommit.length > 0 && opened.all.length > 1) await introduce(trx, tx.ctx);
        for (const settle of tx.beforeCommit) await settle();
      }
      await sql.raw('COMMIT').execute(trx);
      return answer;
    } catch (error) {
      // A connection that cannot even roll back is broken; PostgreSQL has undone everything by itself.
      await sql
        .raw('ROLLBACK')
        .execute(trx)
        .catch(() => undefined);
      throw error;
    }
  });
  for (const follow of opened.afterCommit) follow();
  return result;
}

/** Does something again when PostgreSQL undid it because of others. */
export async function retrying<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

/**
 * Runs a deed in one transaction under the caller's eyes (row-level security). Everything it did, recorded and
 * enqueued becomes true together or not at all. A deadlock is retried, so a deed touches nothing outside.
 */
export const inTransaction = <T>(ctx: Context, deed: (tx: Tx) => Promise<T>): Promise<T> =>
  retrying(() => once(ctx, deed));

/** One consistent look at the tables; writing is refused by PostgreSQL. */
export async function reading<T>(ctx: Context, look: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return ctx.database.kysely
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await introduce(trx, ctx);
      return look(trx);
    });
}
