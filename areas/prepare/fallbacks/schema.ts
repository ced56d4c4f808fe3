import { z } from 'zod';
import { entryKey, name, words } from '../registers/schema.ts';

export const SCENARIOS = ['cyberAttack', 'systemFailure', 'naturalDisaster', 'supplierFailure'] as const;

/** How a service, or what passes between two systems, goes on without them (C2-B4, C6-R8). */
export const fallback = z.strictObject({
  key: entryKey,
  name,
  /** Keys of the services, systems or interfaces it stands in for. */
  covers: z.array(entryKey).min(1).max(200),
  scenarios: z.array(z.enum(SCENARIOS)).min(1).default(['systemFailure']),
  steps: z
    .array(z.strictObject({ text: words }))
    .max(40)
    .default([]),
  /** What it rests on; where it was derived, what was assumed before and no longer holds. */
  assumptions: z
    .array(z.strictObject({ was: words, now: words }))
    .max(20)
    .default([]),
  /** Key of the fallback it was derived from. */
  derivedFrom: entryKey.nullable().default(null),
  staffing: words,
  testedOn: z.iso.date().nullable().default(null),
});
export type Fallback = z.infer<typeof fallback>;
