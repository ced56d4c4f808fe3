import { z } from 'zod';
import type { Rewrite } from '../../../kernel/seen.ts';

export const newHeartbeat = z.object({
  name: z.string().trim().min(1).max(100),
  everySeconds: z.int().min(5).max(604_800),
  graceSeconds: z.int().min(0).max(604_800).default(60),
  /** Whoever is on duty is paged when it is missed: a rule for it is made. */
  page: z.boolean().default(true),
});
export type NewHeartbeat = z.input<typeof newHeartbeat>;

/** Its name stands in the alarms it gave and in the rules made for it, and stays. */
export const heartbeatChange = newHeartbeat.pick({ everySeconds: true }).extend({
  graceSeconds: z.int().min(0).max(604_800),
});
export type HeartbeatChange = z.output<typeof heartbeatChange>;
/** The same with what was read before, so that nobody overwrites another's change unseen. */
export const heartbeatRewrite = heartbeatChange.extend({ seen: heartbeatChange });
export type HeartbeatRewrite = Rewrite<typeof heartbeatRewrite>;

export const heartbeatView = z.object({
  id: z.string(),
  name: z.string(),
  everySeconds: z.number(),
  graceSeconds: z.number(),
  /** waiting: nothing has come yet, so nothing is known. */
  state: z.enum(['waiting', 'beating', 'missed']),
  lastAt: z.string().nullable(),
  page: z.boolean(),
  /** Null where it was added by a version that did not keep it. */
  addedAt: z.string().nullable(),
  /** When the last proof of its ledger came along with a beat; null where none has. */
  provenAt: z.string().nullable(),
});
export type HeartbeatView = z.infer<typeof heartbeatView>;
