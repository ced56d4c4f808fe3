import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { lockSource, replaceKey } from './store.ts';

/** The old key stops working at once (within the seconds a server remembers keys). */
export async function replaceSourceKey(ctx: Context, id: string): Promise<{ key: string }> {
  permit(ctx, 'source.manage');
  const key = newSecret('sns_');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockSource(tx.sql, id))) throw new Fault('not-found');
    await replaceKey(tx.sql, id, hashOf(key));
    record(tx, 'source.changed', { body: { sourceId: id } });
  });
  return { key };
}
