import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { mayGrant } from '../contacts/rules.ts';
import type { GroupsKept } from './schema.ts';
import { putGroups } from './store.ts';
import { BEYOND, CHANGED } from './words.ts';

/** Says which roles groups stand for, from each person's next sign-in on. */
export async function keepGroups(ctx: Context, { groups, ...kept }: GroupsKept): Promise<void> {
  permit(ctx, 'organisation.manage');
  const roles = groups.map(({ role }) => role);
  if (!mayGrant(ctx.actor.permissions, roles)) throw new Fault('forbidden', { detail: BEYOND });
  const once = [...new Map(groups.map((each) => [`${each.role} ${each.group}`, each])).values()];
  await inTransaction(ctx, async (tx) => {
    if (!(await putGroups(tx.sql, ctx.orgId, { ...kept, groups: once })))
      throw new Fault('conflict', { detail: CHANGED });
    record(tx, 'organisation.groups-kept', {
      body: { claim: kept.claim, admits: kept.admits, groups: once },
    });
  });
}
