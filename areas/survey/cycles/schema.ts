import { CYCLE_STATES } from '../terms/words.ts';

export { CYCLE_STATES, type CycleState } from '../terms/words.ts';

import { z } from 'zod';
import { asking } from '../../../kernel/language.ts';
import { listKey } from '../editions/schema.ts';

const line = (limit: number) => z.string().trim().max(limit);

/** Days of submission, both included, as the clock of Japan tells them. */
const windowShape = z
  .strictObject({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    ...asking({ ja: '開始日以降の日付を入力してください', en: 'Enter a day no earlier than the first' }),
  });
export type Window = z.infer<typeof windowShape>;

/** What the survey supplements: without it and a purpose nothing is published (C0-M1). */
const parentPlan = z.strictObject({
  name: line(300).default(''),
  decidedBy: line(200).default(''),
  decidedOn: z.iso.date().nullable().default(null),
});
export type ParentPlan = z.infer<typeof parentPlan>;

const written = {
  purpose: line(2_000).default(''),
  plan: parentPlan.prefault({}),
  /** How many cases are to be chosen; null where it is left open. */
  target: z.number().int().min(1).max(100).nullable().default(null),
  /** Of the chosen, how many in a hundred may be of one sector before it is warned of (C0-C9). */
  sectorPercent: z.number().int().min(1).max(100).default(40),
};
export const newCycle = z.object({
  fiscalYear: z.number().int().min(2000).max(2199),
  /** The calendar year in which the fiscal year begins, unless told (C0-M7). */
  window: windowShape.nullable().default(null),
  ...written,
});
export type NewCycle = z.output<typeof newCycle>;

export const cycleChange = z.object({
  version: z.number().int().positive(),
  window: windowShape,
  ...written,
});
export type CycleChange = z.output<typeof cycleChange>;

export const cycleTurn = z.object({
  to: z.enum(CYCLE_STATES),
  reason: line(1_000).default(''),
});
export type CycleTurn = z.output<typeof cycleTurn>;

const name = z.strictObject({ ja: line(60).min(1), en: line(60).min(1) });
const criterion = z.strictObject({
  key: listKey,
  name,
  /** What a rater is to look at. */
  help: z.strictObject({ ja: line(500), en: line(500) }),
  /** A score by it needs words beside (C0-C6). */
  needsText: z.boolean().default(false),
});
export type Criterion = z.infer<typeof criterion>;

export const MOST_CRITERIA = 12;
export const criteriaDocument = z
  .array(criterion)
  .min(1)
  .max(MOST_CRITERIA)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, {
    ...asking({
      ja: '観点のキーが重複しています。区別してください',
      en: 'Two criteria have one key. Tell them apart',
    }),
  });

/** Another edition says which it was written on, so that nobody's work is overwritten unseen. */
export const newCriteria = z.object({ seen: z.number().int().positive(), criteria: criteriaDocument });
export type NewCriteria = z.output<typeof newCriteria>;

export const criteriaEdition = z.object({
  edition: z.number().int().positive(),
  criteria: criteriaDocument,
  since: z.string(),
});
export type CriteriaEdition = z.infer<typeof criteriaEdition>;

export const cycleView = z.object({
  id: z.string(),
  version: z.number(),
  fiscalYear: z.number(),
  window: z.object({ from: z.string(), until: z.string() }),
  purpose: z.string(),
  plan: z.object({ name: z.string(), decidedBy: z.string(), decidedOn: z.string().nullable() }),
  target: z.number().nullable(),
  sectorPercent: z.number(),
  state: z.enum(CYCLE_STATES),
  changedAt: z.string(),
});
export type CycleView = z.infer<typeof cycleView>;
