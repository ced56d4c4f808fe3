import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockEntry } from '../registers/acts.ts';
import { versionOf } from '../registers/index.ts';
import { lintPlan } from './lint-plan.ts';
import { peopleOf } from './people-known.ts';
import { PLANS } from './register.ts';
import { insertPublication, latestPublications } from './store.ts';

/**
 * Puts a version of a plan in force, also an older one again, for incidents that begin from now on.
 * @throws Fault `invalid` with every finding that would make it fail when followed, `conflict` when it is in force already
 */
export async function publishPlan(ctx: Context, key: string, version: number): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    // Locked, so that two who publish at once come one after the other.
    const entry = await lockEntry(tx.sql, 'plans', key);
    const plan = entry && (await versionOf(tx.sql, PLANS, key, version));
    if (!plan) throw new Fault('not-found');
    const grave = lintPlan(plan, await peopleOf(tx.sql, [plan], ctx.now)).findings.filter(
      (each) => each.grave,
    );
    if (grave.length > 0)
      throw new Fault('invalid', {
        fields: grave.map(({ path, words }) => ({ field: path, mend: words })),
      });
    const [inForce] = (await latestPublications(tx.sql)).filter((each) => each.key === key);
    if (inForce?.version === version)
      throw new Fault('conflict', {
        detail: { ja: 'この版は公開済みです', en: 'This version is already published' },
      });
    await insertPublication(tx.sql, ctx.orgId, {
      key,
      version,
      publishedAt: ctx.now,
      publishedBy: byOf(ctx.actor),
    });
    record(tx, 'plan.published', { body: { key, version, name: plan.name } });
  });
}
