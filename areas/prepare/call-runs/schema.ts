import { z } from 'zod';
import { BANDS } from '../calendars/schema.ts';
import { CAUSES } from '../calling/schema.ts';
import { entryKey } from '../registers/schema.ts';

/** Voicemail is not reached (DESIGN: delivery truth). */
export const OUTCOMES = ['reached', 'noAnswer', 'voicemail', 'notNeeded'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const runWanted = z.object({
  cause: z.enum(CAUSES),
  drill: z.boolean().default(false),
  /** Key of the site where it happened, if at one. */
  site: entryKey.nullable().default(null),
  /** The incident the calls are made for; they stand on its timeline. */
  incidentId: z.uuid().nullable().default(null),
});
export type RunWanted = z.infer<typeof runWanted>;
export const runFilter = z.object({ incidentId: z.uuid().optional() });
export const callLogged = z.object({ position: z.int().min(0).max(500), outcome: z.enum(OUTCOMES) });

export const runView = z.object({
  id: z.string(),
  cause: z.enum(CAUSES),
  band: z.enum(BANDS),
  tree: z.string().nullable(),
  drill: z.boolean(),
  site: z.string().nullable(),
  incidentId: z.string().nullable(),
  begunAt: z.string(),
  begunBy: z.string(),
  endedAt: z.string().nullable(),
  reached: z.number(),
  calls: z.array(
    z.object({
      position: z.number(),
      name: z.string(),
      /** Name of whom they stand in for. */
      deputyOf: z.string().nullable(),
      reach: z.string(),
      outcome: z.enum(OUTCOMES).nullable(),
      at: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
});
