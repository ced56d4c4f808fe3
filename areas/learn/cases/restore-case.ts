import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { reviseCase } from './revise-case.ts';
import type { restoring } from './schema.ts';
import { versionOf } from './store.ts';

/**
 * Writes what an earlier version said as a new one: nothing that was written since is lost, for it stays a version too.
 * @throws Fault `not-found` where there is no such version; otherwise as `reviseCase`
 */
export async function restoreCase(
  ctx: Context,
  id: string,
  { from, version }: z.output<typeof restoring>,
): Promise<{ version: number }> {
  permit(ctx, 'case.write');
  // A version never changes, so it may be read before the case is locked.
  const document = await reading(ctx, (trx) => versionOf(trx, id, from));
  if (!document) throw new Fault('not-found');
  return reviseCase(ctx, id, { version, document });
}
