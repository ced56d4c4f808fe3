import { z } from 'zod';
import type { RegisterName } from '../prepare/register-kinds/words.ts';

/** What can be found, besides pages and acts, which the console knows by itself. */
export type FoundKind =
  | 'person'
  | 'system'
  | 'incident'
  | 'case'
  | 'lesson'
  | 'improvement'
  | 'source'
  | 'heartbeat'
  | 'rule'
  | 'survey-report'
  | 'survey-cycle'
  | 'survey-operator'
  | 'survey-hearing'
  | RegisterName;

/** A thing as it is kept for whoever looks for it. */
export interface Findable {
  readonly kind: FoundKind;
  readonly id: string;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly also: string;
  readonly number: number | null;
  readonly state: string | null;
  readonly unit: string | null;
  readonly changedAt: Temporal.Instant;
  /** As a search compares it. */
  readonly folded: string;
}

export const finding = z.object({ q: z.string().trim().min(1).max(100) });

export const found = z.object({
  kind: z.string(),
  id: z.string(),
  /** In the reader's language, where the thing has a title in it. */
  title: z.string(),
  /** What tells it from its like: number, state, unit, key. */
  hint: z.string(),
  /** Where the console shows it. */
  address: z.string(),
});
export type Found = z.infer<typeof found>;

export const foundGroup = z.object({
  kind: z.string(),
  /** What its like are called, in the reader's language. */
  name: z.string(),
  things: z.array(found),
});
export type FoundGroup = z.infer<typeof foundGroup>;
