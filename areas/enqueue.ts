import { absorbTimers, dropTimer, FIRST_LANE, settingTimers } from '../database/timers.ts';
import type { Tx } from '../database/transaction.ts';
import { isAfterwards } from '../kernel/happened.ts';
import type { JobBody, JobKind, TimerBody, TimerKind } from './work.ts';

/** What is new: an alarm until somebody is asked for the first time. It goes before whatever is asked again. */
const NEW: ReadonlySet<TimerKind> = new Set([
  'weigh-signals',
  'start-page',
  'miss-heartbeat',
  'page-administrators',
]);
const OTHER_LANE = 1;

interface PendingTimer {
  readonly kind: TimerKind;
  readonly key: string | undefined;
  readonly body: unknown;
  readonly at: Temporal.Instant;
}
interface PendingJob {
  readonly kind: JobKind;
  readonly body: unknown;
  readonly at: Temporal.Instant;
  readonly pauseSeconds: number;
  readonly first: boolean;
}
interface Pending {
  readonly timers: Map<string, PendingTimer>;
  readonly jobs: PendingJob[];
}

const pendingOf = new WeakMap<Tx, Pending>();

function pending(tx: Tx): Pending {
  const known = pendingOf.get(tx);
  if (known) return known;
  const fresh: Pending = { timers: new Map(), jobs: [] };
  pendingOf.set(tx, fresh);
  // First in line: the ledger's lock is to be the last thing a transaction takes.
  tx.beforeCommit.unshift(() => write(tx, fresh));
  return fresh;
}

/**
 * Sets a timer in the caller's transaction. `key` names it within its kind, and setting it again moves it; without a
 * key it is one timer for this transaction, however often it is asked for (and no other transaction waits for it).
 */
export function setTimer<K extends TimerKind>(
  tx: Tx,
  kind: K,
  key: string | undefined,
  body: TimerBody<K>,
  when: { at: Temporal.Instant },
): void {
  pending(tx).timers.set(`${kind} ${key ?? ''}`, { kind, key, body, at: when.at });
}

/**
 * Sets a time-out. Of what was entered afterwards one that is over by then never begins, and one that was set before ends:
 * nobody is called for what is long past.
 */
export async function setTimeOut<K extends TimerKind>(
  tx: Tx,
  kind: K,
  key: string,
  body: TimerBody<K>,
  when: { at: Temporal.Instant },
): Promise<void> {
  if (isAfterwards(tx.ctx) && Temporal.Instant.compare(when.at, tx.ctx.now) <= 0)
    return cancelTimer(tx, kind, key);
  setTimer(tx, kind, key, body, { at: when.at });
}

export async function cancelTimer(tx: Tx, kind: TimerKind, key: string): Promise<void> {
  pendingOf.get(tx)?.timers.delete(`${kind} ${key}`);
  await dropTimer(tx.sql, tx.ctx.orgId, kind, key);
}

/** For a handler that looks at everything there is: the other timers of its kind need not run. */
export const absorb = (tx: Tx, kind: TimerKind): Promise<void> => absorbTimers(tx.sql, tx.ctx.orgId, kind);

/**
 * Enqueues a job in the caller's transaction; it starts after the commit and not before `at`, nor before a pause by the
 * database's own clock is over.
 * @param when.first it goes before the others of its kind that wait
 */
export function enqueue<K extends JobKind>(
  tx: Tx,
  kind: K,
  body: JobBody<K>,
  when: { at: Temporal.Instant; pauseSeconds?: number; first?: boolean | undefined },
): void {
  const { at, pauseSeconds = 0, first = false } = when;
  pending(tx).jobs.push({ kind, body, at, pauseSeconds, first });
}

async function write(tx: Tx, { timers, jobs }: Pending): Promise<string | undefined> {
  const { database, newId, orgId, now, retold } = tx.ctx;
  for (const { kind, body, at, pauseSeconds, first } of retold ? [] : jobs) {
    // At once means at once, also where the database's clock is behind ours or ours is set back before it starts.
    const startAfter = Temporal.Instant.compare(at, now) > 0 ? at.toString() : pauseSeconds;
    await database.jobs.send(tx.sql, kind, newId(), startAfter, { orgId, body }, first);
  }
  if (timers.size === 0) return undefined;
  const rows = [...timers.values()].map(({ kind, key, body, at }) => {
    const id = newId();
    return {
      id,
      orgId,
      kind,
      key: key ?? id,
      body,
      dueAt: at,
      lane: NEW.has(kind) ? FIRST_LANE : OTHER_LANE,
    };
  });
  tx.afterCommit.push(() => database.hints.send('timers', orgId));
  return settingTimers(rows);
}
