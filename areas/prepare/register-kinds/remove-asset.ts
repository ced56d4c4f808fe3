import type { Context } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { removeAsset } from '../assets/acts.ts';
import { findAsset, keysPointingAt } from '../assets/index.ts';
import { pointingAt, refuseWhileUsed } from './pointing-at.ts';

const MOST_NAMED = 20;

/**
 * Takes a system out of the register.
 * @param withEdges whether it goes although others depend on it, with the edges from them
 * @throws Fault `conflict` while entries of registers point at it, or others depend on it and that was not said
 */
export async function removeUnused(ctx: Context, id: string, withEdges: boolean): Promise<void> {
  await removeAsset(ctx, id, async (tx) => {
    const asset = await findAsset(tx.sql, id);
    if (!asset) throw new Fault('not-found');
    refuseWhileUsed(await pointingAt(tx, ['asset', 'site'], asset.key));
    const dependants = withEdges ? [] : await keysPointingAt(tx.sql, id);
    if (dependants.length === 0) return;
    const named = dependants.slice(0, MOST_NAMED);
    const more = dependants.length - named.length;
    throw new Fault('conflict', {
      detail: {
        ja: `次のシステムが依存しています：${named.join('、')}${more > 0 ? `、ほか${more}件` : ''}。依存関係ごと削除する場合は、「依存関係ごと削除」を指定してください（withEdges=true）`,
        en: `These depend on it: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. To remove it with its dependencies, choose so (withEdges=true)`,
      },
    });
  });
}
