import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  'sweep.hosts-added': {
    name: { ja: '一斉点検の対象を登録', en: 'Machines added to a sweep' },
    read: 'room.read',
    tone: 'quiet',
    machinery: false,
    touches: ['sweeps', 'tasks', 'recovery', 'timeline'],
    body: z.object({ taskId: id, title: text, count: z.int() }),
  },
  'sweep.reported': {
    name: { ja: '一斉点検の結果を記録', en: 'Sweep results recorded' },
    read: 'room.read',
    tone: 'quiet',
    machinery: true,
    touches: ['sweeps', 'tasks', 'recovery', 'timeline'],
    body: z.object({
      taskId: id,
      number: z.int(),
      title: text,
      result: text,
      count: z.int(),
      /** The first of them. */
      keys: z.array(text),
      /** The party that said so; empty where it was one of ours. */
      party: text,
      note: text,
    }),
  },
} as const satisfies Record<string, FactKind>;
