import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimeOut } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { findIncident, inIncident, refuseClosed } from '../incidents/index.ts';
import { decideOnLess, endWithin } from './end-within.ts';
import { keepsOpen } from './rules.ts';
import type { TaskEnded } from './schema.ts';
import { lockTask, setAssignee, setDue } from './store.ts';
import { tellAssignee } from './tell-about-task.ts';

const GIVEN = { ja: 'タスクの追加', en: 'the task was added' };
const ENDED = { ja: 'このタスクは終了しています', en: 'This task has already ended' };

/** Ticks a task off, or takes it back, with how it went. */
export async function endTask(ctx: Context, taskId: string, { state, note }: TaskEnded): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const task = await lockTask(tx.sql, taskId);
    if (!task) throw new Fault('not-found');
    if (task.state !== 'open') throw new Fault('conflict', { detail: ENDED });
    refuseBefore(ctx, { at: task.createdAt }, GIVEN);
    // What keeps the incident open, or a service from being resumed, is not taken back in passing.
    if (state === 'cancelled' && keepsOpen(task)) {
      permit(ctx, 'incident.command');
      if (note === '')
        throw invalidField('note', {
          ja: '取り下げの理由を入力してください',
          en: 'Enter a reason for cancelling',
        });
    }
    await endWithin(tx, task, { state, note });
  });
}

/** Gives a task to somebody else, or to nobody yet. */
export async function assignTask(ctx: Context, taskId: string, personId: string | null): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const task = await lockTask(tx.sql, taskId);
    if (!task) throw new Fault('not-found');
    if (task.state !== 'open') throw new Fault('conflict', { detail: ENDED });
    const incident = await findIncident(tx.sql, task.incidentId);
    if (incident) refuseClosed(incident);
    if (personId) await inIncident(tx.sql, task.incidentId, [personId], 'personId');
    refuseBefore(ctx, { at: task.createdAt }, GIVEN);
    await setAssignee(tx.sql, taskId, personId);
    record(tx, 'task.assigned', {
      incidentId: task.incidentId,
      body: { taskId, number: task.number, personId, from: task.personId },
    });
    if (personId && personId !== ctx.actor.personId) await tellAssignee(tx, taskId);
  });
}

/** Gives a task longer than it has, from now where that is past; or a time it did not have. Its consequence waits until then. */
export async function extendTask(ctx: Context, taskId: string, minutes: number): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const task = await lockTask(tx.sql, taskId);
    if (!task) throw new Fault('not-found');
    if (task.state !== 'open') throw new Fault('conflict', { detail: ENDED });
    const incident = await findIncident(tx.sql, task.incidentId);
    if (incident) refuseClosed(incident);
    refuseBefore(ctx, { at: task.createdAt }, GIVEN);
    const { at } = whenOf(ctx);
    const left = task.dueAt && Temporal.Instant.compare(task.dueAt, at) > 0 ? task.dueAt : at;
    const dueAt = left.add({ minutes });
    await setDue(tx.sql, taskId, dueAt);
    await setTimeOut(tx, 'time-out-task', taskId, { taskId }, { at: dueAt });
    if (task.timedOutAt !== null) await decideOnLess(tx, task.incidentId);
    record(tx, 'task.extended', {
      incidentId: task.incidentId,
      body: { taskId, number: task.number, title: task.title, dueAt: dueAt.toString() },
    });
  });
}
