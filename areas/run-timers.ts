import type { Logger } from 'pino';
import {
  claimTimer,
  finishTimer,
  hurryTimers,
  nextDue,
  postponeTimer,
  type Timer,
} from '../database/timers.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import { parseBy } from '../kernel/shape.ts';
import { TIMER_HANDLERS } from './handlers.ts';
import { type House, systemContext } from './system-context.ts';
import { TIMERS, type TimerBody, type TimerKind } from './work.ts';

/** So often we look even if no hint came; a hint may be lost with a connection. */
const LONGEST_SLEEP = { seconds: 1 } as const;
/** Due timers may be held by another process: do not spin. */
const SHORTEST_SLEEP = { milliseconds: 10 } as const;
/** Kinds of which none may wait longer because the clock was set back; each sets its own next time. */
const SOON: readonly TimerKind[] = [
  'audit-pages',
  'beat-elsewhere',
  'retry-routine',
  'expire-signals',
  'miss-heartbeat',
  'weigh-signals',
];
const REST = { milliseconds: 10 } as const;
const LANES = 3;
/** A clock that goes back by more than this was set; less is the slewing every machine does. */
const SET_BACK = { milliseconds: 500 } as const;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const isTimerKind = (kind: string): kind is TimerKind => Object.hasOwn(TIMERS, kind);

const act = async <K extends TimerKind>(tx: Tx, kind: K, body: unknown): Promise<void> =>
  TIMER_HANDLERS[kind](tx, parseBy(TIMERS[kind], body) as TimerBody<K>);

/** Claims, acts on and deletes timers, each in one transaction: a process that dies leaves its timer to the next. */
export class TimerRunner {
  readonly #house: House;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  #wake = new AbortController();
  #leading: Promise<void> | undefined;
  /** When somebody last looked for due timers and was answered. */
  #lookedAt: Temporal.Instant | undefined;

  constructor(house: House, clock: Clock, log: Logger) {
    this.#house = house;
    this.#clock = clock;
    this.#log = log;
  }

  start(): void {
    this.#lookedAt = this.#clock.now();
    this.#leading = this.#lead();
  }

  /** Something may be due now. */
  wake(): void {
    this.#wake.abort();
    this.#wake = new AbortController();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#leading;
  }

  /** For how many seconds nobody has looked for due timers; undefined where this process does not. */
  standsFor(now: Temporal.Instant): number | undefined {
    return this.#leading && this.#lookedAt ? now.since(this.#lookedAt).total('seconds') : undefined;
  }

  /**
   * Acts on one due timer.
   * @param inTurn by time alone; otherwise what is new goes first
   * @returns false when none was due (or all due ones are held by others)
   */
  async runOne(inTurn = false): Promise<boolean> {
    const now = this.#clock.now();
    let claimed: Timer | undefined;
    try {
      // The organisation is known only once a timer is claimed; timers themselves are not under row-level security.
      return await inTransaction(systemContext(this.#house, NOBODY, now), async (outer) => {
        claimed = await claimTimer(outer.sql, now, inTurn);
        if (!claimed) return false;
        const tx = await outer.actFor(claimed.orgId);
        if (isTimerKind(claimed.kind)) await act(tx, claimed.kind, claimed.body);
        else throw new Error(`no handler for timers of kind ${claimed.kind}`);
        await finishTimer(outer.sql, claimed);
        this.#lookedAt = this.#clock.now();
        return true;
      });
    } catch (error) {
      this.#log.error({ err: error, timer: claimed }, 'a timer failed and will be tried again');
      if (claimed && (await this.#postpone(claimed, now, error as Error))) return true;
      await this.#clock.sleepUntil(this.#clock.now().add({ milliseconds: 500 }), this.#stopping.signal);
      return false;
    }
  }

  /** @returns false when not even that is possible: the database is away, and the timer is due when it is back */
  async #postpone(timer: Timer, now: Temporal.Instant, fault: Error): Promise<boolean> {
    try {
      await postponeTimer(this.#house.database, timer, now, fault.message);
      return true;
    } catch (error) {
      this.#log.error({ err: error }, 'a failed timer could not be postponed');
      return false;
    }
  }

  /**
   * One lane waits and looks; when it finds work and then still more, it calls the others, which work until there is
   * none. Then it rests a moment, so that in a flood one look serves many facts.
   */
  async #lead(): Promise<void> {
    let last: Temporal.Instant | undefined;
    while (!this.#stopping.signal.aborted) {
      const now = this.#clock.now();
      if (!last || Temporal.Instant.compare(now.add(SET_BACK), last) < 0) await this.#auditSoon(now);
      last = now;
      // Taken before looking: a wake that comes while we look must not be missed.
      const wake = this.#wake.signal;
      const lookedAt = this.#clock.now();
      if (!(await this.runOne())) {
        await this.#clock.sleepUntil(await this.#nextLook(lookedAt), wake);
        continue;
      }
      if (await this.runOne())
        await Promise.all(Array.from({ length: LANES }, (_, lane) => this.#drain(lane === 0)));
      await this.#clock.sleepUntil(this.#clock.now().add(REST), this.#stopping.signal);
    }
  }

  /**
   * At the start, and when the clock was set back: what is to be done in a minute must not wait for as long as the
   * clock went back. The auditor then does the same for every page.
   */
  async #auditSoon(now: Temporal.Instant): Promise<void> {
    try {
      for (const kind of SOON) await hurryTimers(this.#house.database.kysely, undefined, kind, now);
    } catch (error) {
      this.#log.error({ err: error }, 'timers could not be brought forward');
    }
  }

  async #drain(inTurn: boolean): Promise<void> {
    while (!this.#stopping.signal.aborted && (await this.runOne(inTurn)));
  }

  /** An instant, not a length: the clock may have moved since we looked. */
  async #nextLook(lookedAt: Temporal.Instant): Promise<Temporal.Instant> {
    const latest = lookedAt.add(LONGEST_SLEEP);
    try {
      const due = await nextDue(this.#house.database);
      this.#lookedAt = this.#clock.now();
      if (!due || Temporal.Instant.compare(due, latest) >= 0) return latest;
      const soonest = lookedAt.add(SHORTEST_SLEEP);
      return Temporal.Instant.compare(due, soonest) > 0 ? due : soonest;
    } catch (error) {
      this.#log.error({ err: error }, 'timers could not be read');
      return latest;
    }
  }
}
