import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { moved } from './rules.ts';
import { lockOrder, writeOrder } from './store.ts';

/** Puts a rule before another, or last: the first that holds decides. */
export async function moveRule(ctx: Context, id: string, before: string | null): Promise<void> {
  permit(ctx, 'rule.manage');
  await inTransaction(ctx, async (tx) => {
    const order = moved(await lockOrder(tx.sql, ctx.orgId), id, before);
    if (!order) throw new Fault('not-found');
    await writeOrder(tx.sql, order);
    record(tx, 'rule.moved', { body: { ruleId: id, before } });
  });
}
