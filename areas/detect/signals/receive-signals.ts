import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import type { Alert } from '../../../sources/source.ts';
import { record } from '../../record.ts';
import { fingerprint } from './fingerprint.ts';
import { decide, fold } from './rules.ts';
import type { Folded } from './schema.ts';
import { seenBefore } from './seen.ts';
import {
  countRepeats,
  countRepeatsWithin,
  insertSignals,
  lockSignals,
  updateSignals,
  type Write,
} from './store.ts';

export interface Batch {
  readonly sourceId: string;
  readonly alerts: readonly Alert[];
}

/**
 * Takes a batch of alerts. When all are repeats of firing signals they are counted in one statement; otherwise every
 * one is decided, and only a change of state becomes a fact. When this resolves, everything is on disk.
 */
export async function receiveSignals(ctx: Context, { sourceId, alerts }: Batch): Promise<void> {
  permit(ctx, 'signal.send');
  const folded = fold(alerts.map((alert) => ({ id: fingerprint(sourceId, alert.labels), alert })));
  const steady = folded.every(({ id, over, alert }) => !over && seenBefore.same(id, alert));
  // One or the other, never both: a batch that fails has then counted nothing.
  if (!steady || !(await countRepeats(ctx.database, ctx.orgId, folded, ctx.now))) {
    await inTransaction(ctx, (tx) => receiveWithin(tx, sourceId, folded));
    for (const { id, alert } of folded) seenBefore.remember(id, alert);
  }
  ctx.database.hints.send('signals', ctx.orgId);
}

/** Counts what only repeats, decides and writes the rest, within the caller's transaction. @param folded sorted by id */
export async function receiveWithin(tx: Tx, sourceId: string, folded: readonly Folded[]): Promise<void> {
  const repeats = folded.filter(({ id, over, alert }) => !over && seenBefore.same(id, alert));
  const missed = await countRepeatsWithin(tx.sql, tx.ctx.orgId, repeats, tx.ctx.now);
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
  const known = await lockSignals(
    tx.sql,
    folded.map(({ id }) => id),
  );
  const writes = folded.map(
    (entry): Write => ({ folded: entry, sourceId, ...decide(known.get(entry.id), entry) }),
  );
  const changed = writes.filter(({ folded: { id } }) => known.has(id));
  const unknown = writes.filter(({ folded: { id } }) => !known.has(id));
  await updateSignals(tx.sql, orgId, changed, now);
  const fresh = await insertSignals(tx.sql, orgId, unknown, now);
  for (const write of writes) {
    const { id } = write.folded;
    if (known.has(id) || fresh.has(id)) tell(tx, write, known.get(id)?.count ?? 0);
  }
  // Another process was first with these: now they are known, and are decided again.
  await decideAll(
    tx,
    sourceId,
    unknown.filter(({ folded: { id } }) => !fresh.has(id)).map((write) => write.folded),
  );
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
