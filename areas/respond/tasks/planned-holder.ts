import type { Tx } from '../../../database/transaction.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { rosterHolder } from '../../prepare/calling/index.ts';
import { holdersOf, orOnLeave } from '../../prepare/calling/rules.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import type { PlanRole } from '../../prepare/plans/schema.ts';
import { whoIsAway } from '../../prepare/rosters/index.ts';

type Named = Pick<PlanRole, 'personId' | 'roster' | 'deputyIds'>;

/** Whom a plan names for a role: the person, who is on by its roster, then the deputies; on leave only where nobody else is. */
export async function plannedPeople(tx: Tx, role: Named): Promise<readonly string[]> {
  const { roster } = role;
  const { at } = whenOf(tx.ctx);
  const onDuty = roster === null ? undefined : await rosterHolder(tx.sql, tx.ctx.orgId, roster, at);
  const named = [role.personId, onDuty, ...role.deputyIds].filter((id) => typeof id === 'string');
  const here = new Set((await findPeople(tx.sql, named)).map(({ id }) => id));
  const away = await whoIsAway(tx.sql, at);
  const { people, onLeave } = holdersOf(
    role,
    () => (onDuty ? [onDuty] : []),
    (id) => away.has(id),
  );
  const still = (ids: readonly string[]) => ids.filter((id) => here.has(id));
  return orOnLeave({ people: still(people), onLeave: still(onLeave) });
}

/** Of these the first who is still here. */
export async function plannedHolder(tx: Tx, planned: Named): Promise<string | null> {
  return (await plannedPeople(tx, planned))[0] ?? null;
}
