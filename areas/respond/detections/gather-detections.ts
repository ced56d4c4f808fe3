import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { noticePrecursors } from './notice-precursors.ts';
import { recordLinked } from './record-linked.ts';
import type { Detection } from './schema.ts';
import { linkSignals, unlinkSignals } from './store.ts';

/** Says how somebody else noticed it: a customer who called, a contractor at maintenance, a body outside (many detections, one incident). */
export async function addDetection(
  ctx: Context,
  incidentId: string,
  { route, text, at, precision }: Detection,
): Promise<void> {
  permit(ctx, 'timeline.write');
  const when = at === undefined ? ctx.now : notAhead(Temporal.Instant.from(at), ctx.now, 'at');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    record(tx, 'incident.detected', { incidentId, at: when, precision, body: { route, text } });
  });
}

/** Puts signals to an incident by hand: what another monitor or rule told of belongs to it too. */
export async function attachSignals(
  ctx: Context,
  incidentId: string,
  signalIds: readonly string[],
): Promise<{ linked: number }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const signals = await findSignals(tx.sql, [...new Set(signalIds)]);
    if (signals.length < new Set(signalIds).size)
      throw invalidField('signalIds', {
        ja: '存在しないシグナルが含まれています',
        en: 'Some of these signals do not exist',
      });
    const linked = new Set(
      await linkSignals(
        tx.sql,
        ctx.orgId,
        incidentId,
        signals.map(({ id }) => id),
      ),
    );
    if (linked.size === 0) return { linked: 0 };
    await noticePrecursors(tx, incidentId);
    recordLinked(
      tx,
      incidentId,
      signals.filter(({ id }) => linked.has(id)),
    );
    return { linked: linked.size };
  });
}

/** Takes a signal off an incident it does not belong to; the ledger keeps that it was thought to. */
export async function detachSignal(ctx: Context, incidentId: string, signalId: string): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const [signal] = await findSignals(tx.sql, [signalId]);
    if (await unlinkSignals(tx.sql, incidentId, signalId))
      record(tx, 'incident.signal-unlinked', {
        incidentId,
        body: { signalId, title: shorten(signal?.title ?? '', 200) },
      });
  });
}
