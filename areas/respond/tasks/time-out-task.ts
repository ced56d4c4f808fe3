import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { suppliersOf } from '../../prepare/assets/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { findIncident, lockIncident, systemsOf } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { openWithin } from './open-task.ts';
import { afterTimeout, decidingRole, FOLLOW_UP_MINUTES } from './rules.ts';
import { findTask, lockTask, markTimedOut } from './store.ts';
import { partyOf } from './tell-about-task.ts';

/** Timer: the time of a task is over. It stays open, and what was agreed for this follows. */
export async function timeOutTask(tx: Tx, { taskId }: TimerBody<'time-out-task'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const known = await findTask(tx.sql, taskId);
  if (!known) return;
  // The incident before the task, as everybody locks them.
  await lockIncident(tx.sql, known.incidentId);
  const task = await lockTask(tx.sql, taskId);
  if (task?.state !== 'open' || task.timedOutAt !== null) return;
  const { incidentId, number, title } = task;
  const incident = await findIncident(tx.sql, incidentId);
  await markTimedOut(tx.sql, taskId, tx.ctx.now);
  record(tx, 'task.timed-out', { incidentId, body: { taskId, number, title, action: task.onTimeout } });
  // Resolved is not over: it may be reopened, and what was agreed for this would be lost.
  if (!incident || incident.state === 'closed') return;
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  const next = afterTimeout(task, decidingRole(plan), await languagesRead(tx.sql));
  if (next.kind !== 'task') return;
  await openWithin(tx, incidentId, {
    title: next.title,
    kind: next.request ? 'request' : 'task',
    role: next.role,
    // Whoever was asked before is asked again; in a drill, and of what is restricted, a person says whom to write to.
    party:
      next.request && !incident.drill && !incident.restricted
        ? (task.party ?? (await soleSupplier(tx, incidentId)))
        : null,
    matter: task.matter,
    minutes: FOLLOW_UP_MINUTES,
    // A decision that is itself put off goes on by hand: nobody is asked for the same for ever.
    onTimeout: 'goOn',
    called: true,
  });
}

/** The one party that runs, makes or provides what is affected; null where there is none, or more than one. */
async function soleSupplier(tx: Tx, incidentId: string): Promise<string | null> {
  const affected = (await systemsOf(tx.sql, incidentId)).map(({ asset }) => asset);
  const [only, ...others] = await suppliersOf(tx.sql, affected);
  return only !== undefined && others.length === 0 && (await partyOf(tx.sql, only)) ? only : null;
}
