import { LISTS } from '../terms/words.ts';

export { LISTS, type ListKind } from '../terms/words.ts';

import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';

export const listKey = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,40}$/);
const name = z.strictObject({
  ja: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(160),
});

const entry = z.strictObject({
  key: listKey,
  name,
  group: listKey.optional(),
  /** Of causes: somebody meant harm; statistics give their share. */
  malicious: z.boolean().optional(),
  /** Not for new reports; older ones keep it. */
  ended: z.boolean().optional(),
});
export type ListEntry = z.infer<typeof entry>;

/** One edition of a list as a body keeps it. */
export const listDocument = z.strictObject({
  name,
  /** Where it is published. */
  source: z.string().trim().max(500).default(''),
  groups: z
    .array(z.strictObject({ key: listKey, name }))
    .max(40)
    .default([]),
  entries: z.array(entry).min(1).max(200),
});
export type ListDocument = z.infer<typeof listDocument>;

export const ofList = z.object({ list: z.enum(LISTS) });

/** The first edition is what the product brings; nobody kept it. */
export const editionView = z.object({
  list: z.enum(LISTS),
  edition: z.number().int().positive(),
  since: z.string().nullable(),
  ...listDocument.shape,
});
export type EditionView = z.infer<typeof editionView>;

/** A new edition says which it was written on, so that nobody's work is overwritten unseen. */
export const newEdition = z.object({ seen: z.number().int().positive(), ...listDocument.shape });
export type NewEdition = z.infer<typeof newEdition>;

/** Words beside keys, as a form or a figure shows them. */
export const namedKey = z.object({ key: listKey, name: bilingual });
