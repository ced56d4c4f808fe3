import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { checkSettings } from './check-settings.ts';
import type { SourceChange } from './schema.ts';
import { lockSource, updateSource } from './store.ts';

export async function changeSource(ctx: Context, id: string, change: SourceChange): Promise<void> {
  permit(ctx, 'source.manage');
  await inTransaction(ctx, async (tx) => {
    const source = await lockSource(tx.sql, id);
    if (!source) throw new Fault('not-found');
    await updateSource(tx.sql, id, { ...change, settings: checkSettings(source.kind, change.settings) });
    record(tx, 'source.changed', { body: { sourceId: id } });
  });
}
