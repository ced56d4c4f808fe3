import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import type { Topic } from '../../topics.ts';

const id = z.uuid();
const text = z.string();

const onRoom = ['room', 'timeline'] as const satisfies readonly Topic[];

export const facts = {
  'task.opened': {
    name: { ja: 'タスクを追加', en: 'Task added' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({
      taskId: id,
      number: z.int(),
      title: text,
      dueAt: text.nullable(),
      personId: id.nullable(),
      /** Made by whoever typed it, so that it is one however often it is sent. */
      clientId: id.optional(),
      /** Whoever is to do it is called, not only written to. */
      called: z.boolean().optional(),
    }),
  },
  'task.assigned': {
    name: { ja: 'タスクの担当を変更', en: 'Task assigned' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({
      taskId: id,
      number: z.int(),
      personId: id.nullable(),
      /** Who had it before: what an undoing gives it back to. */
      from: id.nullable().optional(),
    }),
  },
  'task.timed-out': {
    name: { ja: 'タスクの時間切れ', en: 'Task timed out' },
    read: 'room.read',
    tone: 'event',
    machinery: false,
    touches: onRoom,
    body: z.object({ taskId: id, number: z.int(), title: text, action: text }),
  },
  'task.extended': {
    name: { ja: 'タスクの期限を延長', en: 'Task extended' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ taskId: id, number: z.int(), title: text, dueAt: text }),
  },
  'task.ended': {
    name: { ja: 'タスクを終了', en: 'Task ended' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ taskId: id, number: z.int(), title: text, state: text, note: text }),
  },
  'task.reopened': {
    name: { ja: 'タスクの終了を取り消し', en: 'Task reopened' },
    read: 'room.read',
    tone: 'response',
    machinery: false,
    touches: onRoom,
    body: z.object({ taskId: id, number: z.int(), title: text }),
  },
} as const satisfies Record<string, FactKind>;
