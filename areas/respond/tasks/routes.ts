import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { latestAbout, type Notice } from '../notices/index.ts';
import { countsOf } from '../sweeps/index.ts';
import { assignTask, endTask, extendTask } from './end-task.ts';
import { openTask } from './open-task.ts';
import { runPlan } from './run-plan.ts';
import { newTask, taskAssigned, taskEnded, taskExtended, taskView } from './schema.ts';
import { tasksOf } from './store.ts';

const askedOf = (notice: Notice | undefined) =>
  notice ? { state: notice.state, reason: notice.reason, answer: notice.answer } : null;

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/tasks',
    command: 'respond tasks list',
    permission: 'room.read',
    summary: { ja: 'タスクの一覧', en: 'Tasks of an incident' },
    params: one,
    reply: z.object({ tasks: z.array(taskView) }),
    handle: async (ctx, { params }) => {
      permit(ctx, 'room.read');
      return reading(ctx, async (trx) => {
        if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
        const tasks = await tasksOf(trx, params.id);
        const names = await namesOf(
          trx,
          tasks.flatMap(({ personId }) => personId ?? []),
        );
        const asked = await latestAbout(
          trx,
          'request',
          tasks.filter(({ party }) => party !== null).map(({ id }) => id),
        );
        const swept = await countsOf(
          trx,
          tasks.filter(({ kind }) => kind === 'sweep').map(({ id }) => id),
        );
        return {
          tasks: tasks.map(({ incidentId: _, planKey: _plan, matter: _matter, ...task }) => ({
            ...task,
            asked: askedOf(asked.get(task.id)),
            sweep: swept.get(task.id) ?? null,
            personName: task.personId ? (names[task.personId] ?? '?') : null,
            dueAt: task.dueAt?.toString() ?? null,
            timedOutAt: task.timedOutAt?.toString() ?? null,
            createdAt: task.createdAt.toString(),
            endedAt: task.endedAt?.toString() ?? null,
          })),
        };
      });
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/tasks',
    command: 'respond tasks open',
    permission: 'room.write',
    summary: { ja: '時間を区切ってタスクを出す', en: 'Give a time-boxed task' },
    params: one,
    body: newTask,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { params, body }) => openTask(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/tasks/run-plan',
    command: 'respond tasks run-plan',
    permission: 'incident.command',
    summary: { ja: '対応計画の手順をタスクにする', en: 'Make the steps of the plan tasks' },
    params: one,
    reply: z.object({ opened: z.number() }),
    handle: (ctx, { params }) => runPlan(ctx, params.id),
  }),
  route({
    key: 'PUT /api/respond/tasks/:id/person',
    command: 'respond tasks assign',
    permission: 'room.write',
    summary: { ja: 'タスクの担当を変える', en: 'Give a task to somebody else' },
    params: one,
    body: taskAssigned,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await assignTask(ctx, params.id, body.personId);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/tasks/:id/due',
    command: 'respond tasks extend',
    permission: 'room.write',
    summary: { ja: 'タスクの時間を延ばす', en: 'Give a task longer' },
    params: one,
    body: taskExtended,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await extendTask(ctx, params.id, body.minutes);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/tasks/:id/end',
    command: 'respond tasks end',
    permission: 'room.write',
    summary: { ja: 'タスクを終える（完了・取り下げ）', en: 'End a task: done, or taken back' },
    params: one,
    body: taskEnded,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await endTask(ctx, params.id, body);
      return {};
    },
  }),
] as const;
