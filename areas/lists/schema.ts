import { z } from 'zod';

/** How any list of named things is asked for: by a part of the name, page after page in the order of ids. */
export const namedFilter = z.object({
  search: z.string().trim().max(200).optional(),
  /** The last id of the page before. */
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type NamedFilter = z.infer<typeof namedFilter>;

/** Where the next page begins, or null after the last. */
export const nextOf = (rows: readonly { readonly id: string }[], limit: number): string | null =>
  rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
