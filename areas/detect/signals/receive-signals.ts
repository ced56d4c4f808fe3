import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import type { Alert } from '../../../sources/source.ts';
import { record } from '../../record.ts';
import { fingerprint } from './fingerprint.ts';
import { decide, fold } from './rules.ts';
import type { Folded } from './schema.ts';
import { seenBefore } from './seen.ts';
import { countRepeats, lockSignals, type Write, writeSignals } from './store.ts';

export interface Batch {
  readonly sourceId: string;
  readonly alerts: readonly Alert[];
}

/**
 * Takes a batch of alerts: repeats of firing signals are counted in one statement; only what is new or changed goes
 * through a decision, and only a change of state becomes a fact. When this resolves, everything is on disk.
 */
export async function receiveSignals(ctx: Context, { sourceId, alerts }: Batch): Promise<void> {
  permit(ctx, 'signal.send');
  const folded = fold(alerts.map((alert) => ({ id: fingerprint(sourceId, alert.labels), alert })));
  const repeats = folded.filter(({ id, over, alert }) => !over && seenBefore.same(id, alert));
  const missed =
    repeats.length > 0 ? await countRepeats(ctx.database, ctx.orgId, repeats, ctx.now) : new Set<string>();
  const counted = new Set(repeats.map(({ id }) => id).filter((id) => !missed.has(id)));
  const rest = folded.filter(({ id }) => !counted.has(id));
  if (rest.length > 0) {
    await inTransaction(ctx, (tx) => receiveWithin(tx, sourceId, rest));
    for (const { id, alert } of rest) seenBefore.remember(id, alert);
  }
  ctx.database.hints.send('signals', ctx.orgId);
}

/** Decides and writes within the caller's transaction. @param folded sorted by id */
export async function receiveWithin(tx: Tx, sourceId: string, folded: readonly Folded[]): Promise<void> {
  const { orgId, now } = tx.ctx;
  const known = await lockSignals(
    tx.sql,
    folded.map(({ id }) => id),
  );
  const writes = folded.map(
    (entry): Write => ({ folded: entry, sourceId, ...decide(known.get(entry.id), entry) }),
  );
  const fresh = await writeSignals(tx.sql, orgId, writes, now);
  for (const write of writes) {
    // Another process was first with this new signal and has told of it.
    if (!known.has(write.folded.id) && !fresh.has(write.folded.id)) continue;
    tell(tx, write, known.get(write.folded.id)?.count ?? 0);
  }
}

function tell(tx: Tx, { folded, sourceId, change, episodes }: Write, before: number): void {
  const { id: signalId, alert } = folded;
  const title = shorten(alert.title, 200);
  const at =
    alert.startsAt && Temporal.Instant.compare(alert.startsAt, tx.ctx.now) < 0 ? alert.startsAt : tx.ctx.now;
  const count = before + folded.firing;
  const { severity } = alert;
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
