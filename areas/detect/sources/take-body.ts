import type { Context } from '../../../database/transaction.ts';
import { FAULTS, Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { sourceKind } from '../../../sources/registry.ts';
import type { Parsed, Rejected, SourceKind } from '../../../sources/source.ts';
import type { Intake } from '../signals/intake.ts';
import { keepRefused } from './keep-refused.ts';
import type { KeyedSource } from './store.ts';

/**
 * Reads what a source sent and hands it on. The good alerts are durable when this resolves.
 * @returns the elements that could not be taken, each with its index and reason
 */
export async function takeBody(
  ctx: Context,
  intake: Intake,
  source: KeyedSource,
  body: string,
): Promise<{ taken: number; rejected: readonly Rejected[] }> {
  permit(ctx, 'signal.send');
  const kind = sourceKind(source.kind);
  if (!kind) throw new Fault('not-found');
  const parsed = await read(ctx, kind, source, body);
  const { alerts, rejected, remarks = [] } = parsed;
  if (alerts.length > 0) await intake.receive(ctx, source.id, alerts);
  if (rejected.length > 0 || remarks.length > 0) {
    const reasons = [
      ...remarks,
      ...rejected.map(({ index, reason }) => ({
        ja: `#${index} ${reason.ja}`,
        en: `#${index} ${reason.en}`,
      })),
    ];
    await keepRefused(ctx, { sourceId: source.id, body, taken: alerts.length, reasons });
  }
  return { taken: alerts.length, rejected };
}

/** What can be read of nothing is kept as well, so that somebody sees what a sender meant. */
async function read(ctx: Context, kind: SourceKind, source: KeyedSource, body: string): Promise<Parsed> {
  try {
    return kind.parse(body, source.settings, ctx.now);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const reason = error.details.detail ?? FAULTS[error.code].title;
    await keepRefused(ctx, { sourceId: source.id, body, taken: 0, reasons: [reason] });
    throw error;
  }
}
