import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { listsInForce } from '../editions/index.ts';
import type { OperatorBody, OperatorChange } from './schema.ts';
import { insertOperator, isNameTaken, lockOperator, updateOperator } from './store.ts';
import { NOT_LISTED, SAME_NAME } from './words.ts';

/** @throws Fault `invalid` where a sector stands on neither list */
async function listed(tx: Tx, { sector, designated }: OperatorBody): Promise<void> {
  const lists = await listsInForce(tx.sql);
  const has = (list: 'sectors' | 'designated', key: string): boolean =>
    lists[list].entries.some((entry) => entry.key === key);
  if (sector !== null && !has('sectors', sector)) throw invalidField('sector', NOT_LISTED);
  if (designated !== null && !has('designated', designated)) throw invalidField('designated', NOT_LISTED);
}

export async function addOperator(ctx: Context, body: OperatorBody): Promise<{ id: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await listed(tx, body);
    const id = ctx.newId();
    if (!(await insertOperator(tx.sql, ctx.orgId, id, body, ctx.now))) throw invalidField('name', SAME_NAME);
    record(tx, 'survey.operator-kept', { body: { operatorId: id, version: 1 } });
    return { id };
  });
}

export async function changeOperator(
  ctx: Context,
  id: string,
  { seen, ...body }: OperatorChange,
): Promise<{ version: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const before = await lockOperator(tx.sql, id);
    if (!before) throw new Fault('not-found');
    if (before.version !== seen) throw new Fault('conflict');
    await listed(tx, body);
    if (before.endedAt === null && (await isNameTaken(tx.sql, body.name, id)))
      throw invalidField('name', SAME_NAME);
    const version = seen + 1;
    await updateOperator(tx.sql, id, version, body, ctx.now);
    record(tx, 'survey.operator-kept', { body: { operatorId: id, version } });
    return { version };
  });
}
