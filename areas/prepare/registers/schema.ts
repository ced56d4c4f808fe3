import { z } from 'zod';
import { isPlainText } from '../../../kernel/text.ts';

/** Rows of an imported file are read by these shapes too: what is odd in one is told of that row. */
const plain = (limit: number) => z.string().trim().max(limit).refine(isPlainText, { message: 'U+0000' });

/** What people and files call a thing: short, stable, one of its kind in an organisation. */
export const entryKey = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/);
export const name = plain(200).min(1);
export const words = plain(2_000).default('');

/** How a register is asked for: by a part of key or name, page after page in the order of keys, or one entry by its key. */
export const entryFilter = z.object({
  key: entryKey.optional(),
  search: z.string().trim().max(200).optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type EntryFilter = z.infer<typeof entryFilter>;
