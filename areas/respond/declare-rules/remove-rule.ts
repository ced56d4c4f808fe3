import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { deleteRule } from './store.ts';

export async function removeRule(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'rule.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteRule(tx.sql, id))) throw new Fault('not-found');
    record(tx, 'rule.removed', { body: { ruleId: id } });
  });
}
