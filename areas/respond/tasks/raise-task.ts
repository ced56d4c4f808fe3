import type { Tx } from '../../../database/transaction.ts';
import { type Bilingual, inEach } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { endWithin } from './end-within.ts';
import { openWithin } from './open-task.ts';
import { decidingRole, FOLLOW_UP_MINUTES } from './rules.ts';
import { LONGEST_TITLE, type TaskWanted } from './schema.ts';
import { lockTask, openTasksOf, tasksOf } from './store.ts';

interface Raised {
  /** What it is about, as in `report:…`: raised once while it is open, and ended with its matter. */
  readonly matter: string;
  readonly title: Bilingual;
  /** The first of these that somebody holds or the plan has; else whoever decides. */
  readonly roles: readonly string[];
  readonly minutes?: number;
  readonly onTimeout?: TaskWanted['onTimeout'];
  /** Also where it was done or taken back before, it is not raised again. */
  readonly once?: boolean;
}

/**
 * Something is due or overdue: makes it somebody's, in the caller's transaction, which has locked the incident. They are
 * told. Nothing happens where the same matter is somebody's already.
 */
export async function raiseTask(
  tx: Tx,
  incidentId: string,
  { matter, title, roles, minutes = FOLLOW_UP_MINUTES, onTimeout = 'escalate', once = false }: Raised,
): Promise<void> {
  const known = await (once ? tasksOf : openTasksOf)(tx.sql, incidentId);
  if (known.some((task) => task.matter === matter)) return;
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  const roleKeys = new Set([
    ...(await rolesOf(tx.sql, incidentId)).map(({ role }) => role),
    ...(plan?.roles ?? []).map(({ key }) => key),
  ]);
  await openWithin(tx, incidentId, {
    title: shorten(inEach(await languagesRead(tx.sql), title), LONGEST_TITLE),
    role: roles.find((role) => roleKeys.has(role)) ?? decidingRole(plan),
    minutes,
    onTimeout,
    matter,
  });
}

/** The matter is settled: what was raised about it, and what followed from that, is done. */
export async function endMatter(tx: Tx, incidentId: string, matter: string): Promise<void> {
  for (const { id } of (await openTasksOf(tx.sql, incidentId)).filter((task) => task.matter === matter)) {
    const task = await lockTask(tx.sql, id);
    if (task?.state === 'open') await endWithin(tx, task, { state: 'done', note: '' });
  }
}
