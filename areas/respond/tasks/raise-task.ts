import type { Tx } from '../../../database/transaction.ts';
import { type Bilingual, inEach } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { openWithin } from './open-task.ts';
import { decidingRole, FOLLOW_UP_MINUTES } from './rules.ts';
import { LONGEST_TITLE } from './schema.ts';

/**
 * Something is due or overdue: makes it somebody's, in the caller's transaction, which has locked the incident. It goes to
 * the first of these roles that somebody holds or the plan has, else to whoever decides; they are told.
 */
export async function raiseTask(
  tx: Tx,
  incidentId: string,
  {
    title,
    roles,
    minutes = FOLLOW_UP_MINUTES,
  }: { readonly title: Bilingual; readonly roles: readonly string[]; readonly minutes?: number },
): Promise<string> {
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  const known = new Set([
    ...(await rolesOf(tx.sql, incidentId)).map(({ role }) => role),
    ...(plan?.roles ?? []).map(({ key }) => key),
  ]);
  return openWithin(tx, incidentId, {
    title: shorten(inEach(await languagesRead(tx.sql), title), LONGEST_TITLE),
    role: roles.find((role) => known.has(role)) ?? decidingRole(plan),
    minutes,
    onTimeout: 'escalate',
  });
}
