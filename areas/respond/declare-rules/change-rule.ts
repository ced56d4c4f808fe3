import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { NewRule } from './schema.ts';
import { updateRule } from './store.ts';

export async function changeRule(ctx: Context, id: string, rule: NewRule): Promise<void> {
  permit(ctx, 'rule.manage');
  await inTransaction(ctx, async (tx) => {
    if (!(await updateRule(tx.sql, id, rule))) throw new Fault('not-found');
    record(tx, 'rule.changed', { body: { ruleId: id } });
  });
}
