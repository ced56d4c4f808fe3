import { z } from 'zod';
import { hedges } from '../../kernel/certainty.ts';
import { asking } from '../../kernel/language.ts';
import { ARROW_NATURES, BOX_KINDS, BOX_STATES, LABEL_KINDS } from './kinds.ts';

export type { ArrowNature, BoxKind, BoxState, LabelKind } from './kinds.ts';

const plain = (limit: number) => z.string().trim().min(1).max(limit);
const name = z.object({ ja: plain(120), en: plain(160) });
const words = z.object({ ja: plain(200), en: plain(300), hedges });
/** `page` is the sheet itself; names every object has would be found where nothing was put. */
const id = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,30}$/)
  .refine(
    (value) => value !== 'page' && !(value in {}),
    asking({
      ja: 'この名前は使用できません。別の名前にしてください',
      en: 'This name is reserved. Choose another one',
    }),
  );

export const figureLabel = z.strictObject({
  /** Only where a claim must point at a label that has no number. */
  id: id.optional(),
  kind: z.enum(LABEL_KINDS),
  numbers: z.array(z.number().int().min(1).max(99)).max(6).default([]),
  text: words,
  /** That it stands here no source states: it was inferred, and is drawn so. */
  inferred: z.literal(true).optional(),
});
export type FigureLabel = z.infer<typeof figureLabel>;

const pin = z.union([
  z.strictObject({ column: z.number().int().min(0).max(9), row: z.number().int().min(0).max(9) }),
  z.strictObject({ side: z.enum(['left', 'right', 'top', 'bottom']) }),
]);

export const figureBox = z.strictObject({
  id,
  kind: z.enum(BOX_KINDS),
  name,
  /** The box that contains this one. */
  in: id.optional(),
  /** Drawn as a pile: there are many of the same kind. */
  stack: z.boolean().default(false),
  /** What became of it: drawn in colour, with a sign and a word in the key. */
  state: z.enum(BOX_STATES).optional(),
  /** Where the author wants it: a cell of its container's grid, or a side of the page for parties outside. */
  pin: pin.optional(),
  labels: z.array(figureLabel).max(6).default([]),
  /** The box, or what contains it, no source states. */
  inferred: z.literal(true).optional(),
});
export type FigureBox = z.infer<typeof figureBox>;

export const figureArrow = z.strictObject({
  from: id,
  to: id,
  ways: z.enum(['one', 'both', 'none']).default('one'),
  nature: z.enum(ARROW_NATURES).default('act'),
  labels: z.array(figureLabel).max(6).default([]),
  /** That it runs between these two no source states. */
  inferred: z.literal(true).optional(),
});
export type FigureArrow = z.infer<typeof figureArrow>;

const FARTHEST = 39;
const step = z.number().int().min(0).max(FARTHEST);
/** Where everything stands relative to everything else (see `Arrangement`); what it does not name is placed beside it. */
export const arrangement = z.strictObject({
  cells: z.record(id, z.tuple([step, step])),
  sides: z.record(id, z.enum(['left', 'right', 'top', 'bottom'])),
  ranks: z.record(id, z.number().min(0).max(1)),
  loose: z.record(z.string().max(31), z.boolean()),
});

/** A relation figure as data (C0-M13): nested boxes, arrows between them, labels on either. */
export const figureData = z.strictObject({
  boxes: z.array(figureBox).min(1).max(40),
  arrows: z.array(figureArrow).max(60).default([]),
  /** The places an author left it in; without it the engine finds its own. */
  arrangement: arrangement.optional(),
});
export type FigureData = z.infer<typeof figureData>;
