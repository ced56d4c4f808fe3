import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { newTask, taskAssigned, taskEnded, taskExtended, taskView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/tasks': {
    command: 'respond tasks list',
    permission: 'room.read',
    summary: { ja: 'タスクの一覧', en: 'Tasks of an incident' },
    params: byId,
    reply: z.object({ tasks: z.array(taskView) }),
  },
  'POST /api/respond/incidents/:id/tasks': {
    command: 'respond tasks open',
    permission: 'room.write',
    summary: { ja: '期限付きのタスクの追加', en: 'Add a time-boxed task' },
    params: byId,
    body: newTask.extend(happening),
    reply: z.object({ id: z.string() }),
  },
  'POST /api/respond/incidents/:id/tasks/run-plan': {
    command: 'respond tasks run-plan',
    permission: 'incident.command',
    summary: { ja: '対応計画の手順のタスクへの追加', en: 'Add the plan steps as tasks' },
    params: byId,
    reply: z.object({ opened: z.number() }),
  },
  'PUT /api/respond/tasks/:id/person': {
    command: 'respond tasks assign',
    permission: 'room.write',
    summary: { ja: 'タスクの担当の変更', en: 'Reassign a task' },
    params: byId,
    body: taskAssigned.extend(happening),
    reply: done,
  },
  'PUT /api/respond/tasks/:id/due': {
    command: 'respond tasks extend',
    permission: 'room.write',
    summary: { ja: 'タスクの期限の延長', en: 'Extend a task' },
    params: byId,
    body: taskExtended.extend(happening),
    reply: done,
  },
  'POST /api/respond/tasks/:id/end': {
    command: 'respond tasks end',
    permission: 'room.write',
    summary: { ja: 'タスクの終了（完了・取り下げ）', en: 'End a task (done or cancelled)' },
    params: byId,
    body: taskEnded.extend(happening),
    reply: done,
  },
});
