import { z } from 'zod';
import { asking, type Bilingual } from '../../../kernel/language.ts';
import type { Rewrite } from '../../../kernel/seen.ts';
import { SITUATIONS } from '../../prepare/plans/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';

export const INCIDENT_STATES = ['open', 'resolved', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** 0 none, 1 low, 2 middle, 3 high, 4 crisis: the five levels of the public severity scale (2018). */
export const severity = z.coerce.number().int().min(0).max(4);
export const title = z.string().trim().min(1).max(300);
/** Which kind of situation it is, where somebody can say; plans are called for by it. */
export const situation = z.enum(SITUATIONS).nullable().optional();

/** What is left out stays: two who correct different things do not undo each other. */
export const incidentChange = z.object({
  title: title.optional(),
  severity: severity.optional(),
  site: entryKey.nullable().optional(),
});
export type IncidentChange = z.infer<typeof incidentChange>;
const READ_FIRST: Bilingual = {
  ja: '変更する項目の、読み取った値を指定してください',
  en: 'Pass the value you read of each field you change',
};
/** The same with what was read of the fields it changes, so that nobody overwrites another's correction unseen. */
export const incidentRewrite = incidentChange
  // As it stands, which may be a title that an alert gave it and no form would take.
  .extend({ seen: incidentChange.extend({ title: z.string().optional() }) })
  .superRefine((wanted, { addIssue }) => {
    for (const field of ['title', 'severity', 'site'] as const)
      if (wanted[field] !== undefined && wanted.seen[field] === undefined)
        addIssue({ code: 'custom', path: ['seen', field], ...asking(READ_FIRST) });
  });
export type IncidentRewrite = Rewrite<typeof incidentRewrite>;
/** Continuity and safety of the service, and trust, each 0 to 4 (domain facts §5). */
const viewpoint = z.int().min(0).max(4);
export const rating = z.object({ continuity: viewpoint, safety: viewpoint, trust: viewpoint });
export type Rating = z.infer<typeof rating>;
/** With the rating that was read; left out by who rates it first. */
export const ratingRewrite = rating.extend({ seen: rating.nullable().default(null) });
export type RatingRewrite = Rewrite<typeof ratingRewrite>;

export const reclassification = z.object({
  situation: z.enum(SITUATIONS).nullable(),
  evidence: z.string().trim().min(1).max(10_000),
});
/** With the type that was read. */
export const reclassificationRewrite = reclassification.extend({ seen: reclassification.shape.situation });
export type Reclassification = Rewrite<typeof reclassificationRewrite>;

/** How an incident is tied to another: the other is an earlier wave, an earlier occurrence, a precursor, or the same event elsewhere. */
export const LINKS = ['wave', 'recurrence', 'precursor', 'sameEvent'] as const;
export const incidentLink = z.object({
  otherId: z.uuid(),
  how: z.enum(LINKS),
  note: z.string().trim().max(2_000).default(''),
  /** This time it had no effect: the proof that a measure taken since worked. */
  noImpact: z.boolean().default(false),
  /** The improvement that this proves, where somebody says which. */
  improvementId: z.uuid().nullable().default(null),
});
export type IncidentLink = z.infer<typeof incidentLink>;
export const linkView = z.object({
  /** The other one, whichever of the two the link was written on. */
  id: z.string(),
  number: z.number(),
  title: z.string(),
  how: z.enum(LINKS),
  /** The other came before; false where it came after this one. */
  earlier: z.boolean(),
  note: z.string(),
  noImpact: z.boolean(),
});

export const SYSTEM_STATES = ['suspected', 'affected', 'contained', 'restored', 'notAffected'] as const;
export type SystemState = (typeof SYSTEM_STATES)[number];
/** In these states a system cannot be counted on. */
export const FAILED: readonly SystemState[] = ['suspected', 'affected', 'contained'];
export const systemMark = z.object({ asset: entryKey, state: z.enum(SYSTEM_STATES) });
/** With the state that was read, where the mark is to hold only as long as nobody has written another. */
export const systemMarking = systemMark.extend({ seen: systemMark.shape.state.nullable().optional() });
export type SystemMark = z.infer<typeof systemMarking>;
export const systemView = systemMark.extend({
  /** As the register names it; its key where it is not there any more. */
  name: z.string(),
  changedAt: z.string(),
});

export const incidentView = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  severity: z.number(),
  situation: z.enum(SITUATIONS).nullable(),
  site: z.string().nullable(),
  drill: z.boolean(),
  state: z.enum(INCIDENT_STATES),
  declaredAt: z.string(),
  resolvedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  signals: z.number(),
  /** Seen only by those it is shared with. */
  restricted: z.boolean(),
});
export type IncidentView = z.infer<typeof incidentView>;
/** One incident, with what is not shown of it in a list. */
export const incidentWhole = incidentView.extend({
  rating: rating.nullable(),
  /** It goes on as this one. */
  mergedInto: z.object({ id: z.string(), number: z.number() }).nullable(),
});

export const incidentFilter = z.object({
  state: z.enum([...INCIDENT_STATES, 'any']).default('any'),
  search: z.string().max(200).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type IncidentFilter = z.infer<typeof incidentFilter>;
