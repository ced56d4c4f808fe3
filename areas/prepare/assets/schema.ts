import { z } from 'zod';
import { entryKey, name, words } from '../registers/schema.ts';

/** What is in the register. A fleet is many like hosts: company × class × OS × product version (C6-S1). */
export const ASSET_KINDS = ['service', 'system', 'interface', 'site', 'fleet', 'host'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];
/** Those that are asked for an owner, an impact, a recovery time and dependencies, and are brought back in order. */
export const RATED_KINDS = ['service', 'system', 'interface'] as const satisfies readonly AssetKind[];
export const isRated = (kind: string): boolean => (RATED_KINDS as readonly string[]).includes(kind);

/**
 * Typed edges, read from the first to the second: A depends on B, A connects through B, A is composed of B, A is hosted
 * on B, A copies data to B, A is replaced by B.
 */
export const EDGE_KINDS = [
  'dependsOn',
  'connectsThrough',
  'composedOf',
  'hostedOn',
  'copiesTo',
  'replacedBy',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** What somebody does for a system (C5-B1). */
export const DUTIES = ['develops', 'operates', 'provides', 'watches'] as const;

const minutes = z.int().min(0).max(5_256_000).nullable().default(null);

export const assetDetails = z.strictObject({
  /** Party keys by duty. */
  parties: z
    .array(z.strictObject({ party: entryKey, duty: z.enum(DUTIES) }))
    .max(40)
    .default([]),
  /** Classes of data it holds, and of how many persons; null where nobody knows (C5-S1). */
  data: z
    .array(z.strictObject({ class: name, persons: z.int().min(0).nullable().default(null) }))
    .max(20)
    .default([]),
  /** Declared controls with their stated capacity (C3-B2). */
  controls: z
    .array(z.strictObject({ name, capacity: words }))
    .max(40)
    .default([]),
  note: words,
});

export const asset = z.strictObject({
  key: entryKey,
  kind: z.enum(ASSET_KINDS),
  name,
  /** A critical service, or one of those around it; for services only. */
  critical: z.boolean().default(false),
  unitId: z.uuid().nullable().default(null),
  /** Effect on the business when it stops, 0 none to 4 crisis; null is unknown, and is listed as such. */
  impact: z.int().min(0).max(4).nullable().default(null),
  impactReason: words,
  rtoMinutes: minutes,
  rpoMinutes: minutes,
  mtpdMinutes: minutes,
  /** Of hosts and fleets. */
  company: words,
  class: words,
  os: words,
  product: words,
  productVersion: words,
  /** How many hosts a fleet counts when they are not listed one by one. */
  hosts: z.int().min(0).max(10_000_000).nullable().default(null),
  details: assetDetails.prefault({}),
  edges: z
    .array(z.strictObject({ kind: z.enum(EDGE_KINDS), to: entryKey }))
    .max(20_000)
    .default([]),
});
export type Asset = z.infer<typeof asset>;
/** What a person hands in; what is left out has its default. */
export type AssetInput = z.input<typeof asset>;

export const assetView = asset.extend({
  id: z.string(),
  unitName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  changedAt: z.string(),
});
export type AssetView = z.infer<typeof assetView>;
/** What somebody wrote of an entry, without what the house knows of it besides. */
export const writtenOf = ({
  id: _,
  unitName: _unit,
  confirmedAt: _at,
  changedAt: _on,
  ...written
}: AssetView): Asset => written;

export const GAPS = ['owner', 'impact', 'rto', 'dependency'] as const;
export type Gap = (typeof GAPS)[number];

export const assetFilter = z.object({
  kind: z.enum([...ASSET_KINDS, 'any']).default('any'),
  /** Only what lacks this (C6-L1). */
  gap: z.enum([...GAPS, 'any']).default('any'),
  company: z.string().max(200).optional(),
  class: z.string().max(200).optional(),
  os: z.string().max(200).optional(),
  /** One entry, of whatever kind. */
  key: entryKey.optional(),
  /** A part of name or key; the entry whose key it is comes first. */
  search: z.string().trim().max(200).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type AssetFilter = z.infer<typeof assetFilter>;

/** Which part of a long answer; it goes on where `next` says. */
export const answerPage = z.object({
  after: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});
export type AnswerPage = z.infer<typeof answerPage>;

const word = z.string().trim().max(200);
export const MOST_KEYS = 200_000;
/** Keys on their way as JSON: two hundred thousand of eighty letters at most. */
export const LARGEST_KEYS_BYTES = 18 * 1024 * 1024;
export const hostKeys = z.array(entryKey).max(MOST_KEYS);

/** Which hosts: by a filter over the fleet, by topology, or a list somebody has. */
export const hostsWanted = z.object({
  company: word.optional(),
  class: word.optional(),
  os: word.optional(),
  /** What is installed on it, and which version of that: a bad patch is told by both (C6-E2). */
  product: word.optional(),
  productVersion: word.optional(),
  /** Of this system, fleet or site. */
  of: entryKey.optional(),
  /** All that reaches the rest through this. */
  behind: entryKey.optional(),
  keys: hostKeys.optional(),
});
export type HostsWanted = z.infer<typeof hostsWanted>;

/** A row of an answer: the thing, and the next one on the way to what was asked about. */
export const reached = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(ASSET_KINDS),
  impact: z.number().nullable(),
  viaName: z.string().nullable(),
  steps: z.number(),
});
export type Reached = z.infer<typeof reached>;

export const ranked = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(ASSET_KINDS),
  rank: z.number(),
  /** Its own, or that of what needs it first. */
  impact: z.number().nullable(),
  ownImpact: z.number().nullable(),
  rtoMinutes: z.number().nullable(),
  confirmed: z.boolean(),
  needsOwner: z.boolean(),
  /** Because of which other thing it comes so early. */
  becauseName: z.string().nullable(),
});
export type Ranked = z.infer<typeof ranked>;
