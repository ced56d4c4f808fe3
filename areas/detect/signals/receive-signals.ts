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
 * Takes a batch of alerts: repeats are counted in one statement; only what is new or changed its state becomes a
 * fact. When this resolves, everything is on disk.
 */
export async function receiveSignals(ctx: Context, batch: Batch): Promise<void> {
  permit(ctx, 'signal.send');
  const folded = fold(batch.alerts.map((alert) => ({ id: fingerprint(batch.sourceId, alert.labels), alert })));
  await inTransaction(ctx, (tx) => receiveWithin(tx, batch.sourceId, folded));
  for (const { id, alert } of folded) seenBefore.remember(id, alert);
  ctx.database.hints.send('signals', ctx.orgId);
}

/** The same within the caller's transaction. */
export async function receiveWithin(tx: Tx, sourceId: string, folded: readonly Folded[]): Promise<void> {
  const { orgId, now } = tx.ctx;
  const steady = folded.filter(({ over }) => !over);
  const repeats = steady.map((entry) => ({ folded: entry, changed: !seenBefore.same(entry.id, entry.alert) }));
  const counted = repeats.length > 0 ? await countRepeats(tx.sql, orgId, repeats, now) : new Set<string>();
  const rest = folded.filter(({ id }) => !counted.has(id));
  if (rest.length === 0) return;
  const known = await lockSignals(tx.sql, rest.map(({ id }) => id));
  const writes = rest.map((entry): Write => ({ folded: entry, sourceId, ...decide(known.get(entry.id), entry) }));
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
  const at = alert.startsAt && Temporal.Instant.compare(alert.startsAt, tx.ctx.now) < 0 ? alert.startsAt : tx.ctx.now;
  const count = before + folded.firing;
  switch (change) {
    case 'appeared':
      return record(tx, 'signal.appeared', { at, body: { signalId, sourceId, title, severity: alert.severity } });
    case 'appeared-and-resolved':
      record(tx, 'signal.appeared', { at, body: { signalId, sourceId, title, severity: alert.severity } });
      return record(tx, 'signal.resolved', { body: { signalId, sourceId, title, count } });
    case 'reappeared':
      return record(tx, 'signal.reappeared', { at, body: { signalId, sourceId, title, episode: episodes } });
    case 'resolved':
      return record(tx, 'signal.resolved', { body: { signalId, sourceId, title, count } });
    case 'repeated':
    case 'still-over':
      return undefined;
  }
}
