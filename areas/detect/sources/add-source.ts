import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { checkSettings } from './check-settings.ts';
import type { NewSource } from './schema.ts';
import { insertSource } from './store.ts';

/** @returns the key, shown this once: only its hash is kept */
export async function addSource(ctx: Context, source: NewSource): Promise<{ id: string; key: string }> {
  permit(ctx, 'source.manage');
  const settings = checkSettings(source.kind, source.settings);
  const id = ctx.newId();
  const key = newSecret('sns_');
  await inTransaction(ctx, async (tx) => {
    await insertSource(tx.sql, ctx.orgId, id, { ...source, settings }, hashOf(key));
    record(tx, 'source.added', { body: { sourceId: id, kind: source.kind } });
  });
  return { id, key };
}
