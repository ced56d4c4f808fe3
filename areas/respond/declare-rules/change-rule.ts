import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import type { RuleRewrite } from './schema.ts';
import { lockRule, updateRule } from './store.ts';

/** @throws Fault `conflict` when it is not what the writer had seen */
export async function changeRule(ctx: Context, id: string, { seen, ...rule }: RuleRewrite): Promise<void> {
  permit(ctx, 'rule.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await lockRule(tx.sql, id);
    if (!before) throw new Fault('not-found');
    holdToSeen(seen && { ...seen, situation: seen.situation ?? null }, before);
    await updateRule(tx.sql, id, rule);
    record(tx, 'rule.changed', { body: { ruleId: id } });
  });
}
