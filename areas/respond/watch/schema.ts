import { z } from 'zod';

/** Where another Sonae listens for our beats: its address, and the key of a heartbeat there. */
export const watchWanted = z.object({
  address: z.url({ protocol: /^https?$/ }).max(500),
  /** Left out, the one that is kept stays. */
  key: z.string().trim().max(500).default(''),
  everySeconds: z.int().min(10).max(3_600).default(60),
  /** Only where the other one stands in your own network. */
  allowInner: z.boolean().default(false),
});
export type WatchWanted = z.output<typeof watchWanted>;

export const watchView = z
  .object({
    address: z.string(),
    everySeconds: z.number(),
    allowInner: z.boolean(),
    /** When the last beat was tried; null where none was. */
    lastAt: z.string().nullable(),
    /** What came of it: 'taken', or what kept it from being taken. */
    lastOutcome: z.string(),
  })
  .nullable();
