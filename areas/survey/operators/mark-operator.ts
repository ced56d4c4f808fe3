import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { isNameTaken, lockOperator, setEnded, setVerified } from './store.ts';
import { HOW_NEEDED, SAME_NAME } from './words.ts';

/** Whether somebody made sure that it is the operator it says, and how. */
export async function verifyOperator(
  ctx: Context,
  id: string,
  { verified, how }: { readonly verified: boolean; readonly how: string },
): Promise<void> {
  permit(ctx, 'survey.manage');
  if (verified && how === '') throw invalidField('how', HOW_NEEDED);
  await inTransaction(ctx, async (tx) => {
    if (!(await lockOperator(tx.sql, id))) throw new Fault('not-found');
    await setVerified(tx.sql, id, verified ? { at: ctx.now, how, by: byOf(ctx.actor) } : undefined);
    record(tx, 'survey.operator-verified', { body: { operatorId: id, verified } });
  });
}

/** One that ended keeps its reports and is offered no more. */
export async function endOperator(ctx: Context, id: string, ended: boolean): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await lockOperator(tx.sql, id);
    if (!before) throw new Fault('not-found');
    if ((before.endedAt !== null) === ended) return;
    if (!ended && (await isNameTaken(tx.sql, before.name, id)))
      throw new Fault('conflict', { detail: SAME_NAME });
    await setEnded(tx.sql, id, ended ? ctx.now : undefined);
    record(tx, 'survey.operator-ended', { body: { operatorId: id, ended } });
  });
}
