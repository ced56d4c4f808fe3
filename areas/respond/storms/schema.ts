import { z } from 'zod';
import type { Rewrite } from '../../../kernel/seen.ts';

/** So many incidents from rules in so many minutes are handled one by one; what comes on top collects in one. */
export const DEFAULT_BRAKE = { most: 10, minutes: 10 } as const;

export const brake = z.object({
  most: z.coerce.number().int().min(1).max(100_000).default(DEFAULT_BRAKE.most),
  minutes: z.coerce.number().int().min(1).max(1_440).default(DEFAULT_BRAKE.minutes),
});
export type Brake = z.output<typeof brake>;
/** The same with what was read before, so that nobody overwrites another's change unseen; left out by who sets it first. */
export const brakeRewrite = brake.extend({ seen: brake.prefault({}) });
export type BrakeRewrite = Rewrite<typeof brakeRewrite>;

/** Whether people are paged for what becomes an incident of its own: they have been for the storm. */
export const release = z.object({ page: z.boolean().default(false) });
export type Release = z.input<typeof release>;

export const stormView = z.object({
  incidentId: z.string(),
  number: z.number(),
  beganAt: z.string(),
  lastAt: z.string(),
  /** Further matches are collected in it now. */
  running: z.boolean(),
  releasedAt: z.string().nullable(),
  /** What would have been an incident each. */
  groups: z.number(),
  signals: z.number(),
  /** Groups that have become incidents of their own. */
  released: z.number(),
  /** By title, the largest first. */
  largest: z.array(z.object({ title: z.string(), groups: z.number(), signals: z.number() })),
});
export type StormView = z.infer<typeof stormView>;
