import { z } from 'zod';
import { hostKeys, hostsWanted } from '../../prepare/assets/schema.ts';
import { taskFields } from '../tasks/schema.ts';

/** `pending` is unknown: nobody has looked. `excluded` was not looked at, and its note says why. */
export const SWEEP_RESULTS = ['pending', 'clean', 'found', 'excluded'] as const;
export type SweepResult = (typeof SWEEP_RESULTS)[number];

/** A sweep: a task with a time and somebody who does it, and the hosts it covers (C1-R5). */
export const newSweep = taskFields.omit({ kind: true }).extend({ hosts: hostsWanted });
export type NewSweep = z.input<typeof newSweep>;

const word = z.string().trim().max(200);
const sweepFilter = z.object({
  result: z.enum(SWEEP_RESULTS).optional(),
  class: word.optional(),
  company: word.optional(),
  site: word.optional(),
});
export type SweepFilter = z.infer<typeof sweepFilter>;

/** What came of hosts: of a list, of a part, or of all that had no result yet (`{ result: 'pending' }`). */
export const sweepReported = z.object({
  keys: hostKeys.optional(),
  filter: sweepFilter.optional(),
  result: z.enum(SWEEP_RESULTS),
  note: z.string().trim().max(500).default(''),
});
export type SweepReported = z.output<typeof sweepReported>;

export const sweptHosts = sweepFilter.extend({
  search: z.string().trim().max(100).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type SweptHosts = z.output<typeof sweptHosts>;

export const sweptView = z.object({
  key: z.string(),
  name: z.string(),
  class: z.string(),
  company: z.string(),
  site: z.string(),
  result: z.enum(SWEEP_RESULTS),
  note: z.string(),
  /** Who said so: a person, or the party that was asked; empty while nobody has. */
  by: z.string(),
  at: z.string().nullable(),
});
