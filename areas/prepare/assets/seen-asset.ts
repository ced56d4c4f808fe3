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
            ja: 'このキーはすでに使われています。書き換えるときは、読んだときの changedAt を seen に入れてください',
            en: 'This key is taken already. To change that entry, give its changedAt as you read it as seen',
          }
        : now
          ? {
              ja: 'この間にほかの人が変更しました。読み込み直してから変更してください',
              en: 'Somebody else changed it meanwhile; load it again before you change it',
            }
          : { ja: 'この項目は削除されています', en: 'This entry was removed' },
  });
}
