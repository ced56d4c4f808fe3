import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { suppliersOf } from '../../prepare/assets/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { findIncident, lockIncident, systemsOf } from '../incidents/index.ts';
import { askToDecide } from './decide-late.ts';
import { openWithin } from './open-task.ts';
import { afterTimeout, FOLLOW_UP_MINUTES } from './rules.ts';
import { findTask, lockTask, markTimedOut, openTasksOf } from './store.ts';
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
  // Nobody is called for what is over; should it be reopened, what is still open runs out then.
  if (incident?.state !== 'open') return;
  await markTimedOut(tx.sql, taskId, tx.ctx.now);
  record(tx, 'task.timed-out', { incidentId, body: { taskId, number, title, action: task.onTimeout } });
  const next = afterTimeout(task, await languagesRead(tx.sql));
  if (next.kind === 'decide') await askToDecide(tx, incidentId);
  if (next.kind !== 'request') return;
  const asking = (await openTasksOf(tx.sql, incidentId)).some(
    ({ kind, role }) => kind === 'request' && role === next.role,
  );
  await openWithin(tx, incidentId, {
    title: next.title,
    kind: 'request',
    role: next.role,
    // Whoever was asked before is asked again; in a drill, and of what is restricted, a person says whom to write to.
    party:
      incident.drill || incident.restricted ? null : (task.party ?? (await soleSupplier(tx, incidentId))),
    matter: task.matter,
    minutes: FOLLOW_UP_MINUTES,
    // A request that is itself put off goes on by hand: nobody is asked for the same for ever.
    onTimeout: 'goOn',
    // Whoever asks vendors already was called for that.
    called: !asking,
  });
}

/** Timer: an incident goes on, and with it the time of what ran out while it was thought to be over. */
export async function runOutTasks(tx: Tx, { incidentId }: TimerBody<'run-out-tasks'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  await lockIncident(tx.sql, incidentId);
  for (const { id, dueAt, timedOutAt } of await openTasksOf(tx.sql, incidentId))
    if (dueAt && timedOutAt === null) setTimer(tx, 'time-out-task', id, { taskId: id }, { at: dueAt });
}

/** The one party that runs, makes or provides what is affected; null where there is none, or more than one. */
async function soleSupplier(tx: Tx, incidentId: string): Promise<string | null> {
  const affected = (await systemsOf(tx.sql, incidentId)).map(({ asset }) => asset);
  const [only, ...others] = await suppliersOf(tx.sql, affected);
  return only !== undefined && others.length === 0 && (await partyOf(tx.sql, only)) ? only : null;
}
