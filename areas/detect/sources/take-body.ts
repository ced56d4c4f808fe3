import type { Context } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { sourceKind } from '../../../sources/registry.ts';
import type { Rejected } from '../../../sources/source.ts';
import type { Intake } from '../signals/intake.ts';
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
  const { alerts, rejected } = kind.parse(body, source.settings, ctx.now);
  if (alerts.length > 0) await intake.receive(ctx, source.id, alerts);
  return { taken: alerts.length, rejected };
}
