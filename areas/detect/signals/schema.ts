import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import type { Alert } from '../../../sources/source.ts';

export const SIGNAL_STATES = ['firing', 'resolved', 'silent'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** By hand, with a reason; or its source is gone. */
export const END_HOWS = ['by-hand', 'source-removed'] as const;
export type EndHow = (typeof END_HOWS)[number];
export const ending = z.object({ reason: z.string().trim().min(1).max(2_000) });
export type Ending = z.infer<typeof ending>;

/** All alerts of one batch with the same label set, folded into one. */
export interface Folded {
  readonly id: string;
  /** The newest of them. */
  readonly alert: Alert;
  /** How many said "firing". */
  readonly firing: number;
  /** True when the newest says it is over. */
  readonly over: boolean;
}

export const signalView = z.object({
  id: z.string(),
  sourceId: z.string(),
  title: z.string(),
  severity: z.string(),
  state: z.enum(SIGNAL_STATES),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  url: z.string(),
  /** What is odd about it, such as a time that could not be read. */
  remarks: z.array(bilingual),
  /** How it came to its end where its source did not say so. */
  ended: z.object({ how: z.enum(END_HOWS), note: z.string() }).nullable(),
  episodes: z.number(),
  count: z.number(),
  /** When it began, as its sender says; null where it does not. */
  startedAt: z.string().nullable(),
  /** When it was heard of here. */
  firstAt: z.string(),
  lastAt: z.string(),
});
export type SignalView = z.infer<typeof signalView>;

export const signalFilter = z.object({
  state: z.enum([...SIGNAL_STATES, 'any']).default('any'),
  search: z.string().max(200).optional(),
  sourceId: z.uuid().optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type SignalFilter = z.infer<typeof signalFilter>;

/** How grave a signal is, of the many words sources have for it. */
export const GRADES = ['grave', 'warning', 'other'] as const;
export type Grade = (typeof GRADES)[number];
export const signalHours = z.object({
  /** The last 24 hours, the oldest first, each by the moment at which it begins. */
  hours: z.array(z.object({ at: z.string(), grave: z.number(), warning: z.number(), other: z.number() })),
});
