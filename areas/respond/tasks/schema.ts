import { z } from 'zod';
import { ON_TIMEOUT } from '../../prepare/plans/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';
import { NOTICE_STATES } from '../notices/schema.ts';
import { typedOffline } from '../timeline/schema.ts';

/** A task of ours, a request to somebody outside, a sweep over every host of something, or a typed work order (C2-R2). */
export const TASK_KINDS = [
  'task',
  'request',
  'sweep',
  /** Must be done before the service is said to be resumed (C6-R9). */
  'healthCheck',
  'forensics',
  'penetrationTest',
  'darkWebSearch',
] as const;
export const TASK_STATES = ['open', 'done', 'cancelled'] as const;

export const LONGEST_TITLE = 500;
const title = z.string().trim().min(1).max(LONGEST_TITLE);
/** Minutes from now; a task without a time is not one anybody answers for, so it is asked for and may be long. */
/** As long as a plan may give a report: a year. */
const minutes = z.int().min(1).max(525_600).nullable().default(null);

export const taskFields = z.object({
  title,
  kind: z.enum(TASK_KINDS).default('task'),
  role: entryKey.nullable().default(null),
  personId: z.uuid().nullable().default(null),
  /** Key of the party that is asked. */
  party: entryKey.nullable().default(null),
  minutes,
  onTimeout: z.enum(ON_TIMEOUT).default('escalate'),
  /** The incident stays open until it is done. */
  required: z.boolean().default(false),
});
export type TaskWanted = z.input<typeof taskFields>;
/** A sweep is begun with its hosts, so not as a bare task. */
export const newTask = taskFields.extend({
  kind: z.enum(TASK_KINDS).exclude(['sweep']).default('task'),
  ...typedOffline,
});
export type NewTask = z.input<typeof newTask>;
export const taskAssigned = z.object({ personId: z.uuid().nullable() });
/** Longer than it has; from now where its time is over or it has none. */
export const taskExtended = z.object({ minutes: z.int().min(1).max(43_200) });
export const taskEnded = z.object({
  state: z.enum(['done', 'cancelled']),
  note: z.string().trim().max(10_000).default(''),
});
export type TaskEnded = z.infer<typeof taskEnded>;

/** Of the hosts of a sweep, how many have which result. */
export const sweepCounts = z.object({
  pending: z.number(),
  clean: z.number(),
  found: z.number(),
  excluded: z.number(),
});
export type SweepCounts = z.infer<typeof sweepCounts>;

export const taskView = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(TASK_KINDS),
  title: z.string(),
  role: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  party: z.string().nullable(),
  state: z.enum(TASK_STATES),
  dueAt: z.string().nullable(),
  onTimeout: z.enum(ON_TIMEOUT),
  /** Position in the plan, from 0; null where it is none of its steps. */
  step: z.number().nullable(),
  required: z.boolean(),
  timedOutAt: z.string().nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  note: z.string(),
  /** What became of asking the party: whether the message went out, and what they answered. */
  asked: z.object({ state: z.enum(NOTICE_STATES), reason: z.string(), answer: z.string() }).nullable(),
  /** Of a sweep. */
  sweep: sweepCounts.nullable(),
});
export type TaskView = z.infer<typeof taskView>;
