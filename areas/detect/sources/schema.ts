import { z } from 'zod';
import type { Bilingual } from '../../../kernel/language.ts';
import { bilingual } from '../../../kernel/language.ts';
import type { Rewrite } from '../../../kernel/seen.ts';
import { fieldView } from '../../forms/schema.ts';

export const newSource = z.object({
  kind: z.string(),
  name: z.string().trim().min(1).max(100),
  settings: z.record(z.string(), z.unknown()).default({}),
});
export type NewSource = z.infer<typeof newSource>;
export const sourceChange = newSource.omit({ kind: true });
export type SourceChange = z.infer<typeof sourceChange>;
/** The same with what was read before, so that nobody overwrites another's change unseen. */
export const sourceRewrite = sourceChange.extend({
  seen: z.object({ name: z.string(), settings: z.record(z.string(), z.unknown()) }),
});
export type SourceRewrite = Rewrite<typeof sourceRewrite>;

export const sourceView = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  settings: z.record(z.string(), z.unknown()),
  /** When something of it could last not be taken. */
  refusedAt: z.string().nullable(),
});
export type SourceView = z.infer<typeof sourceView>;

export const mappingTrial = z.object({
  sample: z.string().max(1_000_000),
  settings: z.record(z.string(), z.unknown()),
});

export const sourceKindView = z.object({
  id: z.string(),
  name: bilingual,
  help: bilingual,
  fields: z.array(fieldView),
  paths: z.array(z.string()),
  /** What to put into the sender's configuration; `{key}` stands for the source's key. */
  /** Texts to be copied; `{key}` stands for the source's secret. */
  setUp: z.array(z.object({ title: bilingual, text: z.string() })),
});

export const trialView = z.object({
  alerts: z.array(
    z.object({
      title: z.string(),
      severity: z.string(),
      state: z.string(),
      url: z.string(),
      labels: z.record(z.string(), z.string()),
      annotations: z.record(z.string(), z.string()),
      startsAt: z.string().nullable(),
      remarks: z.array(z.string()),
    }),
  ),
  rejected: z.array(z.object({ index: z.number(), reason: z.string() })),
});

/** Bodies that are kept of each source. */
export const MOST_REFUSED = 20;

/** A body of which something could not be taken. */
export interface NewRefused {
  readonly sourceId: string;
  readonly body: string;
  readonly taken: number;
  readonly reasons: readonly Bilingual[];
}
export const refusedView = z.object({
  id: z.string(),
  at: z.string(),
  body: z.string(),
  /** Characters it had; more than are kept where it was cut. */
  length: z.number(),
  taken: z.number(),
  reasons: z.array(bilingual),
});
export type RefusedView = z.infer<typeof refusedView>;
