import type { Tx } from '../../../database/transaction.ts';
import { rosterHolder } from '../../prepare/calling/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import type { PlanRole } from '../../prepare/plans/schema.ts';

type Named = Pick<PlanRole, 'personId' | 'roster' | 'deputyIds'>;

/** Whom a plan names for a role: the person, who is on by its roster, then the deputies. */
export async function plannedPeople(tx: Tx, { personId, roster, deputyIds }: Named): Promise<string[]> {
  const onDuty = roster === null ? undefined : await rosterHolder(tx.sql, tx.ctx.orgId, roster, tx.ctx.now);
  return [...(personId ? [personId] : []), ...(onDuty ? [onDuty] : []), ...deputyIds];
}

/** Of these the first who is still here. */
export async function plannedHolder(tx: Tx, planned: Named): Promise<string | null> {
  for (const id of await plannedPeople(tx, planned)) if (await findPerson(tx.sql, id)) return id;
  return null;
}
