import { z } from 'zod';
import { REGISTER_NAMES, type RegisterName } from '../register-kinds/words.ts';

/** Of one list: more than anybody chooses from. */
export const MOST_VIEWS = 50;

const column = z.string().min(1).max(200);
/** Lists as the console calls them; each register is one of its own. */
const LISTS = [
  'assets',
  'audit',
  'cases',
  'heartbeats',
  'improvements',
  'incidents',
  'lessons',
  'outbox',
  'people',
  'regimes',
  'registers',
  'rules',
  'signals',
  'sources',
  'survey',
  'survey-operators',
] as const;
export type ListName = (typeof LISTS)[number] | `register ${RegisterName}`;
export const LIST_NAMES: readonly ListName[] = [
  ...LISTS,
  ...REGISTER_NAMES.map((register) => `register ${register}` as const),
];
export const ofList = z.object({ list: z.enum(LIST_NAMES) });
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
