import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import type { Role } from '../../roles.ts';
import { BEYOND } from './add-person.ts';
import { holdToPerson } from './hold-to-person.ts';
import { keepsAnAdministrator } from './keep-administrator.ts';
import { isRaise, mayGrant } from './rules.ts';
import type { PersonRewrite } from './schema.ts';
import { lockPerson, updatePerson } from './store.ts';

/** @throws Fault `conflict` when the person is not what the writer had seen */
export async function changePerson(
  ctx: Context,
  id: string,
  { seen, ...change }: PersonRewrite,
): Promise<void> {
  permit(ctx, 'person.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await lockPerson(tx.sql, id);
    if (!before) throw new Fault('not-found');
    // Taking roles away from somebody mightier is as much a grant as giving them.
    if (!mayGrant(ctx.actor.permissions, [...change.roles, ...(before.roles as Role[])])) {
      throw new Fault('forbidden', { detail: BEYOND });
    }
    const { name, language, unitId } = before;
    holdToSeen(seen, { name, language, roles: before.roles as Role[], unitId });
    await updatePerson(tx.sql, id, change);
    await keepsAnAdministrator(tx.sql, ctx.orgId);
    record(tx, 'person.changed', { body: { personId: id, roles: change.roles } });
    if (isRaise(before.roles, change.roles)) await holdToPerson(tx, id, change.roles);
  });
}
