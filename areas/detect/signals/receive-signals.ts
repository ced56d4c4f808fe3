import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { plainText } from '../../../kernel/plain.ts';
import { shorten } from '../../../kernel/text.ts';
import type { Alert } from '../../../sources/source.ts';
import { record } from '../../record.ts';
import { fingerprint } from './fingerprint.ts';
import { decide, fold } from './rules.ts';
import type { Folded } from './schema.ts';
import { seenBefore } from './seen.ts';
import {
  countingRepeats,
  countRepeats,
  countRepeatsWithin,
  foldRepeats,
  insertSignals,
  isNotAllFiring,
  lockSignals,
  updateSignals,
  type Write,
} from './store.ts';
import { unfolded } from './unfolded.ts';

export interface Batch {
  readonly sourceId: string;
  readonly alerts: readonly Alert[];
}

/**
 * Takes a batch of alerts. When all are repeats of firing signals they are counted in one statement; otherwise every
 * one is decided, and only a change of state becomes a fact. When this resolves, everything is on disk.
 */
export async function receiveSignals(ctx: Context, { sourceId, alerts }: Batch): Promise<{ news: boolean }> {
  permit(ctx, 'signal.send');
  const folded = fold(alerts.map((alert) => ({ id: fingerprint(sourceId, alert.labels), alert })));
  const steady = folded.every(({ id, over, alert }) => !over && seenBefore.same(id, alert));
  // One or the other, never both: a batch that fails has then counted nothing.
  const news = !steady || !(await countRepeats(ctx.database, ctx.orgId, ctx.newId(), folded, ctx.now));
  if (news) {
    await takeNews(ctx, sourceId, folded);
    for (const { id, alert } of folded) seenBefore.remember(id, alert);
  }
  if (unfolded.add(ctx.orgId, folded.length)) await foldRepeats(ctx.database, ctx.orgId);
  ctx.database.hints.send('signals', ctx.orgId);
  return { news };
}

/** First as if every repeat were one, which is nearly always so and costs no round trip of its own. */
async function takeNews(ctx: Context, sourceId: string, folded: readonly Folded[]): Promise<void> {
  permit(ctx, 'signal.send');
  try {
    await inTransaction(ctx, (tx) => receiveSupposing(tx, sourceId, folded));
  } catch (error) {
    if (!isNotAllFiring(error)) throw error;
    await inTransaction(ctx, (tx) => receiveWithin(tx, sourceId, folded));
  }
}

/** Decides what is not known to repeat; the rest is counted with the commit, which fails if one of them is not firing. */
async function receiveSupposing(tx: Tx, sourceId: string, folded: readonly Folded[]): Promise<void> {
  const { orgId, newId, now } = tx.ctx;
  const repeats = folded.filter(({ id, over, alert }) => !over && seenBefore.same(id, alert));
  if (repeats.length > 0) tx.beforeCommit.push(async () => countingRepeats(orgId, newId(), repeats, now));
  const counted = new Set(repeats.map(({ id }) => id));
  await decideAll(
    tx,
    sourceId,
    folded.filter(({ id }) => !counted.has(id)),
  );
}

/** Counts what only repeats, decides and writes the rest, within the caller's transaction. @param folded sorted by id */
export async function receiveWithin(tx: Tx, sourceId: string, folded: readonly Folded[]): Promise<void> {
  const { orgId, newId, now } = tx.ctx;
  const repeats = folded.filter(({ id, over, alert }) => !over && seenBefore.same(id, alert));
  const missed = await countRepeatsWithin(tx.sql, orgId, newId(), repeats, now);
  const counted = new Set(repeats.map(({ id }) => id).filter((id) => !missed.has(id)));
  await decideAll(
    tx,
    sourceId,
    folded.filter(({ id }) => !counted.has(id)),
  );
}

async function decideAll(tx: Tx, sourceId: string, folded: readonly Folded[]): Promise<void> {
  if (folded.length === 0) return;
  const { orgId, now } = tx.ctx;
  // What this process never saw is probably new: it is inserted at once, and who turns out to be known is decided below.
  const unseen = folded.filter(({ id }) => !seenBefore.has(id));
  const guesses = unseen.map((entry): Write => ({ folded: entry, sourceId, ...decide(undefined, entry) }));
  const fresh = await insertSignals(tx.sql, orgId, guesses, now);
  for (const write of guesses) if (fresh.has(write.folded.id)) tell(tx, write, 0);
  const rest = folded.filter(({ id }) => !fresh.has(id));
  if (rest.length === 0) return;
  const known = await lockSignals(
    tx.sql,
    rest.map(({ id }) => id),
  );
  const writes = rest.flatMap((entry): Write[] => {
    const before = known.get(entry.id);
    return before ? [{ folded: entry, sourceId, ...decide(before, entry) }] : [];
  });
  await updateSignals(tx.sql, orgId, writes, now);
  for (const write of writes) tell(tx, write, known.get(write.folded.id)?.count ?? 0);
  // Seen by this process but gone since (a demonstration removed): forget them, and they are new.
  const gone = rest.filter(({ id }) => !known.has(id));
  for (const { id } of gone) seenBefore.forget(id);
  await decideAll(tx, sourceId, gone);
}

function tell(tx: Tx, { folded, sourceId, change, episodes }: Write, before: number): void {
  const { id: signalId, alert } = folded;
  const title = shorten(plainText(alert.title), 200);
  const at =
    alert.startsAt && Temporal.Instant.compare(alert.startsAt, tx.ctx.now) < 0 ? alert.startsAt : tx.ctx.now;
  const count = before + folded.firing;
  const severity = plainText(alert.severity);
  if (change === 'appeared' || change === 'appeared-and-resolved') {
    record(tx, 'signal.appeared', { at, body: { signalId, sourceId, title, severity } });
  }
  if (change === 'reappeared') {
    record(tx, 'signal.reappeared', { at, body: { signalId, sourceId, title, episode: episodes } });
  }
  if (change === 'resolved' || change === 'appeared-and-resolved') {
    record(tx, 'signal.resolved', { body: { signalId, sourceId, title, count } });
  }
}
