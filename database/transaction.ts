import type { KeyObject } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Caller } from '../kernel/caller.ts';
import { isUuid } from '../kernel/ids.ts';
import type { When } from '../kernel/time.ts';
import type { Database } from './pool.ts';
import type { Tables } from './tables.ts';

/** What a verb gets: who calls and when, and the way into the database. */
export interface Context extends Caller {
  readonly database: Database;
  readonly instance: Instance;
  /** What every act of this context becomes part of; without it each is a transaction of its own. */
  readonly joined?: Tx;
  /** What is done is told of a time gone by: what it sent has long arrived, and no job is begun for it. */
  readonly retold?: boolean;
}

/** What is the same for every caller of one installation. */
export interface Instance {
  /** Where people reach the console, without a slash at the end; links in messages begin with it. */
  readonly baseUrl: string;
  readonly secret: Uint8Array;
  /** Ed25519; what the installation signs with. */
  readonly signingKey: KeyObject;
}

/**
 * An open transaction. `beforeCommit` is where timers and the ledger are written: last, in the same transaction. A step
 * may do its work, or answer statements (made with `literal`) that go to PostgreSQL together with the commit.
 */
export interface Tx {
  readonly ctx: Context;
  readonly sql: Transaction<Tables>;
  readonly beforeCommit: (() => Promise<string | undefined>)[];
  readonly afterCommit: (() => void)[];
  /**
   * The same transaction, from here on for another organisation: a claimed timer's, the one that replaces a demo, the
   * other side of a joint record.
   * @param actor who acts there; the same as here unless told
   */
  actFor(orgId: string, actor?: Caller['actor']): Promise<Tx>;
  /** The same transaction for what follows from an act that was entered afterwards. */
  asOf(happened: When | undefined): Tx;
}

/** Serialisation failure and deadlock: PostgreSQL undid everything, so the deed may be done again. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));

/** A text as it may stand in a script: several statements in one round trip take no parameters. */
export const literal = (text: string): string => pg.escapeLiteral(text);

/** Tells row-level security who is asking; `true` limits it to this transaction. */
function introduction({ orgId, actor }: Caller): string {
  const personId = actor.personId ?? '';
  if (!isUuid(orgId) || (personId !== '' && !isUuid(personId))) throw new TypeError('not an id');
  return `SELECT set_config('sonae.org', ${literal(orgId)}, true), set_config('sonae.person', ${literal(personId)}, true),
    set_config('sonae.outside', '${actor.outside ? 'on' : 'off'}', true),
    set_config('sonae.may', ${literal([...actor.permissions].join(' '))}, true)`;
}

const run = (trx: Transaction<Tables>, ...statements: string[]) =>
  sql.raw(statements.join(';\n')).execute(trx);

/** What each part of the transaction still has to write, and how it ends, in as few round trips as can be. */
async function settle(trx: Transaction<Tables>, all: readonly Tx[], ...end: 'COMMIT'[]): Promise<void> {
  const script: string[] = [];
  for (const tx of all) {
    if (tx.beforeCommit.length === 0) continue;
    if (all.length > 1) {
      await run(trx, introduction(tx.ctx));
      script.push(introduction(tx.ctx));
    }
    for (const step of tx.beforeCommit) {
      const statements = await step();
      if (statements) script.push(statements);
    }
  }
  const rest = [...script, ...end];
  if (rest.length > 0) await run(trx, ...rest);
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
    actFor: async (orgId, actor = ctx.actor) => {
      const other = { ...ctx, orgId, actor };
      await run(trx, introduction(other));
      return open(other, trx, opened);
    },
    asOf: (happened) => (happened ? open({ ...ctx, happened }, trx, opened) : tx),
  };
  opened.all.push(tx);
  return tx;
}

async function once<T>(ctx: Context, deed: (tx: Tx) => Promise<T>): Promise<T> {
  const opened: Opened = { all: [], afterCommit: [] };
  const result = await ctx.database.kysely.connection().execute(async (connection) => {
    // To everything that runs in it, this connection is a transaction from here to its end.
    const trx = connection as Transaction<Tables>;
    await run(trx, 'BEGIN', introduction(ctx));
    try {
      const answer = await deed(open(ctx, trx, opened));
      await settle(trx, opened.all, 'COMMIT');
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

/** An act within what is open already: it writes what it has to write, and becomes true when all of it does. */
async function joining<T>(
  ctx: Context,
  { sql: trx, afterCommit }: Tx,
  deed: (tx: Tx) => Promise<T>,
): Promise<T> {
  const opened: Opened = { all: [], afterCommit };
  await run(trx, introduction(ctx));
  const answer = await deed(open(ctx, trx, opened));
  await settle(trx, opened.all);
  return answer;
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
  ctx.joined ? joining(ctx, ctx.joined, deed) : retrying(() => once(ctx, deed));

/**
 * Many acts, each as it is, that become true together or not at all: every act of the context that is handed in joins one
 * transaction. Nothing may go on after an act that failed.
 */
export const together = <T>(ctx: Context, acts: (ctx: Context) => Promise<T>): Promise<T> =>
  inTransaction(ctx, (joined) => acts({ ...ctx, joined }));

/** One consistent look at the tables; writing is refused by PostgreSQL. */
export async function reading<T>(ctx: Context, look: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (ctx.joined) return joining(ctx, ctx.joined, ({ sql: trx }) => look(trx));
  return ctx.database.kysely
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await run(trx, introduction(ctx));
      return look(trx);
    });
}
