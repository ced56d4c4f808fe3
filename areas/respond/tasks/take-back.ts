import type { Tx } from '../../../database/transaction.ts';
import { setTimeOut } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { mayEnter } from '../incidents/index.ts';
import { hasLeft, takeBackNotices } from '../notices/index.ts';
import { askToDecide } from './decide-late.ts';
import { endWithin } from './end-within.ts';
import { matterOf } from './rules.ts';
import { lockTask, type StoredTask, setAssignee, setReopened, tasksOf } from './store.ts';
import { tellTakenBack } from './tell-about-task.ts';

/** A task was ended by mistake: it goes on, with the time it had. The caller has locked the incident and the task. */
export async function reopenWithin(tx: Tx, task: StoredTask, corrects: number): Promise<void> {
  const { id: taskId, incidentId, number, title, dueAt, timedOutAt, matter } = task;
  await setReopened(tx.sql, taskId);
  if (dueAt && timedOutAt === null) await setTimeOut(tx, 'time-out-task', taskId, { taskId }, { at: dueAt });
  record(tx, 'task.reopened', { incidentId, corrects, body: { taskId, number, title } });
  if (timedOutAt !== null && matter !== matterOf.decision) await decideAgain(tx, task, corrects);
}

/** It had run out: what was to be decided about it, and ended with it, goes on too. */
async function decideAgain(tx: Tx, { incidentId, endedAt }: StoredTask, corrects: number): Promise<void> {
  const ended = (await tasksOf(tx.sql, incidentId)).find(
    (each) =>
      each.matter === matterOf.decision &&
      each.state === 'done' &&
      each.endedAt?.epochNanoseconds === endedAt?.epochNanoseconds,
  );
  const decision = ended && (await lockTask(tx.sql, ended.id));
  if (decision?.state === 'done') await reopenWithin(tx, decision, corrects);
  await askToDecide(tx, incidentId);
}

/** A task was given to the wrong person: whoever had it has it again, unless they may not see the incident any more. */
export async function giveBack(
  tx: Tx,
  task: StoredTask,
  to: string | null,
  corrects: number,
): Promise<boolean> {
  const { id: taskId, incidentId, number, personId: from } = task;
  if (to !== null && !(await mayEnter(tx.sql, incidentId, to))) return false;
  await setAssignee(tx.sql, taskId, to);
  await tellTakenBack(tx, task);
  record(tx, 'task.assigned', { incidentId, corrects, body: { taskId, number, personId: to, from } });
  return true;
}

/**
 * A task was opened by mistake: it is over, and whoever was told of it and can still be stopped is.
 * @returns false where a party outside has the request already: it would go on working on what is over
 */
export async function cancelWithin(
  tx: Tx,
  task: StoredTask,
  note: string,
  corrects: number,
): Promise<boolean> {
  const { id: about, incidentId } = task;
  // First what can be stopped is: between looking and stopping it could leave.
  await takeBackNotices(tx, 'request', { about, incidentId });
  if (await hasLeft(tx, 'request', { about, incidentId })) return false;
  await tellTakenBack(tx, task);
  await endWithin(tx, task, { state: 'cancelled', note }, corrects);
  return true;
}
