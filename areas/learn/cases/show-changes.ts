import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { type Difference, differencesBetween } from './differing/rules.ts';
import { versionOf } from './store.ts';

/**
 * What a version changed of the one before it; nothing for the first.
 * @throws Fault `not-found` where there is no such version
 */
export async function showChanges(ctx: Context, id: string, version: number): Promise<Difference[]> {
  permit(ctx, 'case.read');
  return reading(ctx, async (trx) => {
    const after = await versionOf(trx, id, version);
    if (!after) throw new Fault('not-found');
    const before = await versionOf(trx, id, version - 1);
    return before ? differencesBetween(before, after) : [];
  });
}
