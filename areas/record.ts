import type { Tx } from '../database/transaction.ts';
import { byOf } from '../kernel/caller.ts';
import { isAfterwards, whenOf } from '../kernel/happened.ts';
import { withPlainText } from '../kernel/plain.ts';
import { parseBy } from '../kernel/shape.ts';
import type { Precision } from '../kernel/time.ts';
import { enqueue, setTimer } from './enqueue.ts';
import { FACTS, type FactBody, type FactName } from './facts.ts';
import { appendingLines, type NewLine } from './ledger/store.ts';
import { WIRING } from './wiring.ts';

export interface Fact<K extends FactName> {
  readonly body: FactBody<K>;
  readonly incidentId?: string | undefined;
  /** When it happened, where that is another time than the act's own. */
  readonly at?: Temporal.Instant | undefined;
  readonly precision?: Precision | undefined;
  /** The number of the line this one corrects. */
  readonly corrects?: number | undefined;
}

const pendingLines = new WeakMap<Tx, NewLine[]>();

/**
 * The one way to write a fact: one line in the ledger and the work that wiring.ts lists for it, all in the caller's
 * transaction. Lines are written at its very end, under the lock that keeps their numbers in commit order.
 */
export function record<K extends FactName>(tx: Tx, kind: K, fact: Fact<K>): void {
  const { ctx } = tx;
  // Requests with odd characters were refused; what comes by a file or from a provider is mended here, for a line never is.
  const body = withPlainText(parseBy(FACTS[kind].body, fact.body)) as FactBody<K>;
  let lines = pendingLines.get(tx);
  if (!lines) {
    lines = [];
    pendingLines.set(tx, lines);
    const mine = lines;
    tx.beforeCommit.push(async () => appendingLines(mine));
    tx.afterCommit.push(() => ctx.database.hints.send('ledger', ctx.orgId));
  }
  const when = whenOf(ctx);
  lines.push({
    chain: fact.incidentId ? `incident:${fact.incidentId}` : 'organisation',
    kind,
    incidentId: fact.incidentId,
    at: fact.at ?? when.at,
    precision: fact.precision ?? (fact.at ? 'second' : when.precision),
    recordedAt: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: byOf(ctx.actor),
    corrects: fact.corrects,
    body,
  });
  for (const cause of WIRING[kind]) {
    const work = cause({
      incidentId: fact.incidentId,
      body,
      happened: ctx.happened,
      afterwards: isAfterwards(ctx),
    });
    if (!work) continue;
    if ('timer' in work)
      setTimer(tx, work.timer, work.key, work.body, { at: work.after ? ctx.now.add(work.after) : ctx.now });
    else enqueue(tx, work.job, work.body, { at: ctx.now });
  }
}
