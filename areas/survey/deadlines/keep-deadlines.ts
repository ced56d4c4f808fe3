import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { deadlineEditions } from './index.ts';
import type { DeadlinesKept } from './schema.ts';
import { insertDeadlines, lockDeadlines } from './store.ts';

/** Keeps another edition of the deadlines. Reports that were handed in before stay with the one they came under. */
export async function keepDeadlines(
  ctx: Context,
  { seen, ...document }: DeadlinesKept,
): Promise<{ edition: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockDeadlines(tx.sql, ctx.orgId);
    const [now] = await deadlineEditions(tx.sql);
    if (now.edition !== seen) throw new Fault('conflict');
    const edition = now.edition + 1;
    await insertDeadlines(tx.sql, ctx.orgId, { edition, document }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.deadlines-kept', { body: { edition } });
    return { edition };
  });
}
