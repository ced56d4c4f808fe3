import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lockAsset, lockKey } from './store.ts';

/** What the writer had before them: when the entry was last changed, or null for a new one; undefined asks nothing. */
export type Seen = string | null | undefined;

/**
 * Locks an entry and holds the writer to what they had before them, so that nobody overwrites what they never saw.
 * @throws Fault `conflict` when somebody else has written meanwhile
 */
export async function lockSeen(
  tx: Tx,
  by: { readonly key: string } | { readonly id: string },
  seen: Seen,
): Promise<void> {
  // A row that is not there cannot be locked: the key is, so that of two who write it first one is told.
  if (seen === null && 'key' in by) await lockKey(tx.sql, tx.ctx.orgId, by.key);
  const now = await lockAsset(tx.sql, by);
  if (seen === undefined || (now?.toString() ?? null) === seen) return;
  throw new Fault('conflict', {
    detail:
      now && seen === null
        ? {
            ja: 'このキーはすでに使用されています。変更する場合は、読み取った changedAt を seen に指定してください',
            en: 'This key is already in use. To update that entry, pass the changedAt you read as seen',
          }
        : now
          ? {
              ja: 'ほかの利用者が変更しました。再読み込みしてから変更してください',
              en: 'Someone else changed this in the meantime. Reload before making your changes',
            }
          : { ja: 'この項目は削除されています', en: 'This entry has been removed' },
  });
}
