import { z } from 'zod';
import { entryKey } from '../../prepare/registers/schema.ts';
import { severity, situation, title } from '../incidents/schema.ts';
import { CERTAINTIES } from '../investigation/schema.ts';

/** Key of the site where it happens, where it is one. */
const site = entryKey.nullable().default(null);
const note = z.string().trim().max(10_000).default('');

export const declaration = z.object({
  title,
  severity: severity.default(2),
  situation,
  site,
  /** An exercise: said on every screen, message and document. */
  drill: z.boolean().default(false),
  /** Seen from the first by its declarer alone, and by those they share it with. */
  restricted: z.boolean().default(false),
  page: z.boolean().default(true),
  note,
});
/** What somebody hands in; what is left out has its default. */
export type Declaration = z.input<typeof declaration>;

export const turn = z.object({ note });
export type Turn = z.infer<typeof turn>;
/** Closing answers, where nobody has yet, whether it was an attack, and how that is known. */
export const closing = z.object({
  note,
  cyber: z
    .object({
      was: z.enum(['supported', 'excluded', 'undecided']),
      how: z.string().trim().min(1).max(10_000),
      certainty: z.enum(CERTAINTIES).default('unknown'),
    })
    .nullable()
    .default(null),
});
export type Closing = z.input<typeof closing>;
