import { z } from 'zod';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { isInstantText, PRECISIONS } from '../../../kernel/time.ts';

const text = z.string().trim().min(1).max(10_000);

/** Of what was typed while the connection was down. */
export const typedOffline = {
  /** Made by whoever typed it: sent again after a lost connection, it is one entry all the same. */
  clientId: z.uuid().optional(),
  /** When it was typed, where it could not be sent then. */
  typedAt: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
};

/** An entry names a few; whoever means everybody calls a briefing. */
export const MOST_MENTIONS = 10;

export const newEntry = z.object({
  text,
  /** When it happened, if not now. */
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
  precision: z.enum(PRECISIONS).default('minute'),
  /** What happened, or what was done about it; a note is neither. */
  is: z.enum(['event', 'response']).optional(),
  /** How certain it is, where whoever writes it says so. */
  certainty: z.enum(CERTAINTIES).optional(),
  /** It belongs on the relation figure of the case. */
  figure: z.boolean().optional(),
  /** People who are named in it, and told of it. */
  mentions: z.array(z.uuid()).max(MOST_MENTIONS).optional(),
  ...typedOffline,
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
  /** Of a service that is resumed without any health check: why none of equipment, core and surroundings was needed (C1-R8). */
  noChecks: z.string().trim().max(2_000).default(''),
});
export type TimeStated = z.input<typeof timeStated>;

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

/** What takes the place of a note: its words, and where they were wrong too, when it happened and what it was. */
export const correction = addition.extend({
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
  precision: z.enum(PRECISIONS).optional(),
  is: z.enum(['event', 'response', 'note']).optional(),
  figure: z.boolean().optional(),
});
export type Correction = z.infer<typeof correction>;

/** Another account of what a line tells, and where it comes from. */
export const dispute = z.object({ text, source: z.string().trim().min(1).max(500) });
export type Dispute = z.infer<typeof dispute>;

/** Which account holds: the number of its line, or null where none does. */
export const settlement = z.object({
  holds: z.int().positive().nullable(),
  basis: z.string().trim().min(1).max(2_000),
});
export type Settlement = z.infer<typeof settlement>;

const account = z.object({
  seq: z.number(),
  text: z.string(),
  /** Where it comes from; empty for the line that stood first. */
  source: z.string(),
  at: z.string(),
  actorId: z.string(),
});
export const factsKnown = z.object({
  /** Entries that say how certain they are; what is possible or likely is presumed. */
  entries: z.object({ confirmed: z.number(), presumed: z.number(), unknown: z.number() }),
  /** Lines of which accounts differ, each with all accounts beside each other, the first told first. */
  conflicts: z.array(
    z.object({
      seq: z.number(),
      accounts: z.array(account),
      settled: z.object({ holds: z.number().nullable(), basis: z.string(), at: z.string() }).nullable(),
    }),
  ),
  /** How each estimate has moved, oldest first; null: taken back. */
  estimates: z.array(
    z.object({
      input: z.string(),
      values: z.array(
        z.object({
          at: z.string(),
          value: z.union([z.number(), z.boolean(), z.string()]).nullable(),
          actorId: z.string(),
        }),
      ),
    }),
  ),
});
export type FactsKnown = z.infer<typeof factsKnown>;
