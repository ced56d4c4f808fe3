import type { Tx } from '../../../database/transaction.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { openWithin } from './open-task.ts';
import { decidingRole, decisionTitle, FOLLOW_UP_MINUTES, matterOf, waitsForDecision } from './rules.ts';
import { setTitle, tasksOf } from './store.ts';

/**
 * Tasks that ran out and are to be decided on are one task of whoever decides, named together: ten that run out at once call
 * nobody ten times. In the caller's transaction, which has locked the incident.
 */
export async function askToDecide(tx: Tx, incidentId: string): Promise<void> {
  const tasks = await tasksOf(tx.sql, incidentId);
  const titles = waitsForDecision(tasks).map(({ title }) => title);
  if (titles.length === 0) return;
  const title = decisionTitle(titles, await languagesRead(tx.sql));
  const open = tasks.find(({ matter, state }) => matter === matterOf.decision && state === 'open');
  if (open) return setTitle(tx.sql, open.id, title);
  await openWithin(tx, incidentId, {
    title,
    role: decidingRole((await stampedPlan(tx.sql, incidentId))?.plan),
    matter: matterOf.decision,
    minutes: FOLLOW_UP_MINUTES,
    // A decision that is itself put off goes on by hand: nobody is asked for the same for ever.
    onTimeout: 'goOn',
    called: true,
  });
}
