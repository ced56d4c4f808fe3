import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { checkSettings } from './check-settings.ts';
import type { SourceRewrite } from './schema.ts';
import { lockSource, updateSource } from './store.ts';

/** @throws Fault `conflict` when it is not what the writer had seen */
export async function changeSource(
  ctx: Context,
  id: string,
  { seen, ...change }: SourceRewrite,
): Promise<void> {
  permit(ctx, 'source.manage');
  await inTransaction(ctx, async (tx) => {
    const source = await lockSource(tx.sql, id);
    if (!source) throw new Fault('not-found');
    holdToSeen(seen, { name: source.name, settings: source.settings });
    await updateSource(tx.sql, id, { ...change, settings: checkSettings(source.kind, change.settings) });
    record(tx, 'source.changed', { body: { sourceId: id } });
  });
}
