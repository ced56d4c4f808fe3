import { z } from 'zod';

/** Of one list: more than anybody chooses from. */
export const MOST_VIEWS = 50;

const column = z.string().min(1).max(200);
/** The list as the console calls it, as in `incidents` or `register parties`. */
export const ofList = z.object({ list: z.string().trim().min(1).max(100) });
export const viewName = z.string().trim().min(1).max(60);

export const listView = z.object({
  name: viewName,
  /** The query of the address it was narrowed down by. */
  search: z.string().max(2_000).default(''),
  view: z.object({
    sort: z.object({ column, down: z.boolean() }).optional(),
    hidden: z.array(column).max(100),
  }),
});
export type ListView = z.infer<typeof listView>;
