import { z } from 'zod';
import { bilingual } from '../../kernel/language.ts';

/** A field of a form as its channel or source describes it; the console draws the form from that. */
export const fieldView = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'secret', 'switch', 'choice', 'mapping', 'words']),
  label: bilingual,
  help: bilingual,
  required: z.boolean(),
  initial: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  choices: z.array(z.object({ value: z.string(), label: bilingual })).optional(),
});
