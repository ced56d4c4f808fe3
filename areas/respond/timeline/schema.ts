import { z } from 'zod';
import { isInstantText, PRECISIONS } from '../../../kernel/time.ts';

const text = z.string().trim().min(1).max(10_000);

export const newEntry = z.object({
  text,
  /** When it happened, if not now. */
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
  precision: z.enum(PRECISIONS).default('minute'),
  /** What happened, or what was done about it; a note is neither. */
  is: z.enum(['event', 'response']).optional(),
  /** It belongs on the relation figure of the case. */
  figure: z.boolean().optional(),
});
export type NewEntry = z.infer<typeof newEntry>;

/** How a response worked out; kept as it was judged, also when something else was tried afterwards (C4-R2). */
export const OUTCOMES = ['effective', 'partly', 'none', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const judgement = z.object({ outcome: z.enum(OUTCOMES) });

/** Times of an incident in the order of its life; occurred is not noticed, and noticed is not recognised (C3-K2). */
export const TIMES = [
  'occurred',
  'noticed',
  'recognised',
  'judgedSignificant',
  'contained',
  'restored',
  'resumed',
  'declaredOver',
] as const;
export type TimeName = (typeof TIMES)[number];
export const timeStated = z.object({
  which: z.enum(TIMES),
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }),
  precision: z.enum(PRECISIONS).default('minute'),
  note: z.string().trim().max(2_000).default(''),
});
export type TimeStated = z.infer<typeof timeStated>;

export const knownTimes = z.object({
  times: z.array(
    z.object({
      which: z.enum(TIMES),
      /** Null where nothing tells it. */
      at: z.string().nullable(),
      precision: z.string(),
      /** Stated by somebody; otherwise read from the record. */
      stated: z.boolean(),
      note: z.string(),
      corrections: z.number(),
      /** It lies before one that comes earlier in the life of an incident. */
      outOfOrder: z.boolean(),
    }),
  ),
});

/** An addition to a line, or what takes its place; the line itself stays. */
export const addition = z.object({ text });
