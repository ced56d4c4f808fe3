import { z } from 'zod';
import { entryKey, words } from '../registers/schema.ts';
import { localTime } from '../rosters/schema.ts';

export const SWAP_STATES = ['asked', 'agreed', 'declined', 'withdrawn'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** A stretch of one's own turn, in the local time of the roster. */
export const swapWanted = z.object({
  roster: entryKey,
  layer: z.int().min(0).max(9),
  from: localTime,
  until: localTime,
  takerId: z.uuid(),
  note: words,
});
export type SwapWanted = z.infer<typeof swapWanted>;
export const swapAnswer = z.object({ answer: z.enum(['agree', 'decline', 'withdraw']) });

export const swapView = z.object({
  id: z.string(),
  roster: z.string(),
  from: z.string(),
  until: z.string(),
  giver: z.string(),
  taker: z.string(),
  /** Whether it is the reader who has to answer, or who may withdraw. */
  mine: z.enum(['answer', 'withdraw', 'none']),
  note: z.string(),
  state: z.enum(SWAP_STATES),
  askedAt: z.string(),
});
