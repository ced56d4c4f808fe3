import { z } from 'zod';
import { isInstantText, PRECISIONS } from '../../../kernel/time.ts';

const text = z.string().trim().min(1).max(10_000);

export const newEntry = z.object({
  text,
  /** When it happened, if not now. */
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }).optional(),
  precision: z.enum(PRECISIONS).default('minute'),
  /** It belongs on the relation figure of the case. */
  figure: z.boolean().optional(),
});
export type NewEntry = z.infer<typeof newEntry>;

/** An addition to a line, or what takes its place; the line itself stays. */
export const addition = z.object({ text });
