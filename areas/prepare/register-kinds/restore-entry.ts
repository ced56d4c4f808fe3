import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { versionsOf } from '../registers/index.ts';
import { keepEntry } from './keep-entry.ts';
import type { RegisterName } from './words.ts';

const THERE = { ja: 'この項目は削除されていません', en: 'This entry has not been removed' };

/**
 * Brings an entry that was removed back as it was last, as another version of it. What it points at has to be there, as for
 * any entry.
 * @throws Fault `conflict` where it is there, by whoever brought it back or wrote it anew
 */
export async function restoreEntry(
  ctx: Context,
  register: RegisterName,
  key: string,
): Promise<{ version: number }> {
  permit(ctx, 'register.manage');
  const [removal, last] = await reading(ctx, (trx) => versionsOf(trx, register, key, { limit: 2 }));
  if (!removal) throw new Fault('not-found');
  if (removal.entry !== null || !last) throw new Fault('conflict', { detail: THERE });
  const { version } = await keepEntry(ctx, register, 0, last.entry);
  return { version };
}
