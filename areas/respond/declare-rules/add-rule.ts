import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { NewRule } from './schema.ts';
import { insertRule } from './store.ts';

export async function addRule(ctx: Context, rule: NewRule): Promise<{ id: string }> {
  permit(ctx, 'rule.manage');
  return inTransaction(ctx, async (tx) => {
    const id = ctx.newId();
    await insertRule(tx.sql, ctx.orgId, id, rule);
    record(tx, 'rule.added', { body: { ruleId: id } });
    return { id };
  });
}
