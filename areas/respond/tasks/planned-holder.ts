import type { Tx } from '../../../database/transaction.ts';
import { rosterHolder } from '../../prepare/calling/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import type { PlanRole } from '../../prepare/plans/schema.ts';

/** Whom a plan names for a role: the person, else who is on by its roster, else a deputy; of these the first who is still here. */
export async function plannedHolder(
  tx: Tx,
  { personId, roster, deputyIds }: Pick<PlanRole, 'personId' | 'roster' | 'deputyIds'>,
): Promise<string | null> {
  const onDuty = roster === null ? undefined : await rosterHolder(tx.sql, tx.ctx.orgId, roster, tx.ctx.now);
  for (const id of [personId, onDuty, ...deputyIds]) if (id && (await findPerson(tx.sql, id))) return id;
  return null;
}
