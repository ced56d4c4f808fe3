import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { mayEnter } from '../incidents/index.ts';
import { putRole, removeRole, setAttended } from '../roles/acts.ts';
import { moveTasks } from '../tasks/acts.ts';
import type { HeldRole } from './rules.ts';

interface Before {
  readonly personId: string;
  readonly since: string;
  readonly attendedAt: string | null;
}

/**
 * A role was given to the wrong person: whoever held it before holds it again as they did. Whoever was there is not called
 * anew; whoever was still being called is, for that call has ended. The caller has locked the incident.
 * @returns false where they may not see the incident any more
 */
export async function releaseWithin(
  tx: Tx,
  incidentId: string,
  { role, name, personId: fromId }: HeldRole,
  before: Before | undefined,
  corrects: number,
): Promise<boolean> {
  const toId = before?.personId ?? null;
  if (!before) await removeRole(tx.sql, incidentId, role);
  else {
    if (!(await mayEnter(tx.sql, incidentId, before.personId))) return false;
    const held = { role, name, personId: before.personId };
    await putRole(tx.sql, tx.ctx.orgId, incidentId, held, Temporal.Instant.from(before.since));
    if (before.attendedAt)
      await setAttended(tx.sql, incidentId, role, Temporal.Instant.from(before.attendedAt));
    await moveTasks(tx.sql, incidentId, { role, from: fromId, to: before.personId });
  }
  const called = before?.attendedAt === null;
  record(tx, 'role.released', {
    incidentId,
    corrects,
    body: { role, name, fromId, toId, ...(called && { called }) },
  });
  return true;
}
