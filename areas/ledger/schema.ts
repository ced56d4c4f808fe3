import { z } from 'zod';

/** One line as the house reads it. */
export interface Line {
  readonly seq: number;
  readonly kind: string;
  readonly incidentId: string | null;
  readonly at: Temporal.Instant;
  readonly precision: string;
  readonly recordedAt: Temporal.Instant;
  readonly actorKind: string;
  readonly actorId: string;
  readonly corrects: number | null;
  readonly body: Record<string, unknown>;
}

/** One line as the verification reads it: `text` is what its hash covers together with the previous hash. */
export interface ChainedLine {
  readonly seq: number;
  readonly chain: string;
  readonly link: number;
  readonly kind: string;
  readonly hash: string;
  readonly text: string;
}

/** How a chain is broken. */
export const CHAIN_BREAKS = ['changed', 'missing', 'cut-off', 'unlisted'] as const;

/**
 * How a ledger fails a proof: lines at its end are gone; lines are not those that stood there; a proof beside it was not
 * signed by this installation.
 */
export const PROOF_BREAKS = ['shorter', 'rewritten', 'not-ours'] as const;

export const lineFilter = z.object({
  kind: z.string().optional(),
  incidentId: z.uuid().optional(),
  actorId: z.string().optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type LineFilter = z.infer<typeof lineFilter>;
/** Of one incident, in the order in which it was entered, or in which it happened: what was entered afterwards at its place. */
export const timelineFilter = lineFilter
  .omit({ incidentId: true })
  .extend({ order: z.enum(['entered', 'happened']).default('entered') });

export const lineView = z.object({
  seq: z.number(),
  kind: z.string(),
  incidentId: z.string().nullable(),
  at: z.string(),
  precision: z.string(),
  recordedAt: z.string(),
  /** `personId` and `name` are of whoever stands behind a key too; `key` is what that key is called. */
  actor: z.object({
    kind: z.string(),
    id: z.string(),
    personId: z.string().nullable(),
    name: z.string().nullable(),
    key: z.string().nullable(),
  }),
  corrects: z.number().nullable(),
  body: z.record(z.string(), z.unknown()),
});
export type LineView = z.infer<typeof lineView>;

export const linePage = z.object({
  lines: z.array(lineView),
  /** Names of the people the bodies refer to by id; erased people are missing here. */
  names: z.record(z.string(), z.string()),
  next: z.number().nullable(),
});
