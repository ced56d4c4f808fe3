import { z } from 'zod';
import { CERTAINTIES, hedges } from '../../../kernel/certainty.ts';
import { bilingual } from '../../../kernel/language.ts';
import { arrangement, figureData } from '../../../report/figure/schema.ts';
import { caseTime, estimate, later, UNSTATED } from './life/schema.ts';
import { LONGEST, longestIn, MOST } from './limits/rules.ts';

/** C0-M9: what a report groups its cases by; which of them, and in which order, says an edition (`causes/words.ts`). */
export const CAUSE_GROUPS = [
  'cyberAttack',
  'insider',
  'systemDefect',
  'workError',
  'supplier',
  'naturalEvent',
  'unknown',
  'notStated',
  'withheld',
] as const;
export type CauseGroup = (typeof CAUSE_GROUPS)[number];

/** C0-M12: six sections in a fixed order; the last one, lessons, has a shape of its own. */
export const CLAIM_SECTIONS = ['background', 'detection', 'response', 'cause', 'measures'] as const;
export type ClaimSection = (typeof CLAIM_SECTIONS)[number];

/** C0-M5: what may leave the house. */
export const DISCLOSURES = ['publish', 'generalise', 'withhold'] as const;

/** What became of an action; one that did nothing stays in the record (C4-R7). */
export const OUTCOMES = ['effective', 'partly', 'none', 'unknown', ...UNSTATED] as const;

/** How far a measure against recurrence has come. */
export const MEASURE_STATES = ['done', 'planned', 'considered'] as const;

export const CASE_STATES = ['draft', 'inReview', 'reviewed', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What takes a case from one state to the next. */
export const TURNS = ['submit', 'return', 'approve', 'reopen', 'withdraw'] as const;
export type CaseTurn = (typeof TURNS)[number];

/** How much a lesson's measure asks of an organisation (C4-L2). */
export const RESOURCE_NEEDS = ['low', 'mid', 'high'] as const;

/** What the boxes of a figure can be, told apart for those who look for a kind of system or of party. */
export const SYSTEM_KINDS = ['system', 'network', 'platform', 'site', 'artifact', 'channel'] as const;
export const PARTY_KINDS = [
  'operator',
  'organisation',
  'executives',
  'department',
  'group',
  'actor',
  'attacker',
] as const;

export const THEMES = [
  'assets',
  'backups',
  'contacts',
  'contractors',
  'development',
  'drills',
  'experts',
  'improvement',
  'load',
  'media',
  'precursors',
  'procedures',
  'reporting',
  'resources',
  'sharing',
  'specifications',
  'suppliers',
  'triage',
  'vulnerabilities',
] as const;
export type Theme = (typeof THEMES)[number];

const plain = (limit: number) => z.string().trim().max(limit);
/** A draft may lack a language; its findings say so, and a review needs both. */
const pair = (limit: number) =>
  z.strictObject({ ja: plain(longestIn('ja', limit)), en: plain(longestIn('en', limit)) });
/** What is printed says how certain it is, phrase by phrase. */
const both = (limit: number) => z.strictObject({ ...pair(limit).shape, hedges });
const id = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

export const claim = z.strictObject({
  id,
  text: both(LONGEST.claim),
  /** A fact that is listed under another claim of the same section as a cause of it: the fact stands, this says how surely it is one. */
  factor: z.strictObject({ of: id, certainty: z.enum(CERTAINTIES) }).optional(),
  disclosure: z.enum(DISCLOSURES).default('publish'),
  /** What is printed instead where it is generalised; as doubtful as the text it stands for. */
  general: pair(LONGEST.claim).optional(),
  /** Where it is known from: a hearing, a ledger line, a document. */
  source: plain(300).optional(),
  /** When it happened; of each service, site or wave where they differ. */
  times: z.array(caseTime).max(MOST.times).default([]),
  /** What was expected of it, as it was said at the time. */
  estimates: z.array(estimate).max(MOST.estimates).default([]),
  /** What became of it afterwards. */
  later: later.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** For measures: how far it has come. */
  done: z.enum(MEASURE_STATES).optional(),
  /** Labels of the figure it supports: e2, r8, or a label's own id. */
  labels: z
    .array(z.string().regex(/^[a-z][a-zA-Z0-9-]{0,30}$/))
    .max(MOST.labels)
    .default([]),
  /** Deliberately not on the figure (C0-M18). */
  textOnly: z.boolean().default(false),
  /** Statements of the source it restates, for tracing. */
  covers: z
    .array(z.string().regex(/^C\d-[A-Z]\d+$/))
    .max(20)
    .default([]),
});
export type Claim = z.infer<typeof claim>;

export const lesson = z.strictObject({
  id,
  title: both(LONGEST.lessonTitle),
  body: both(LONGEST.lesson),
  /** Claims of sections 1 to 5 it rests on (C0-M14). */
  supports: z.array(id).max(MOST.supports).default([]),
  /** One sentence for the overview table (C0-M10). */
  brief: both(LONGEST.brief).optional(),
  themes: z.array(z.enum(THEMES)).max(MOST.themes).default([]),
  need: z.enum(RESOURCE_NEEDS).optional(),
  covers: z
    .array(z.string().regex(/^C\d-[A-Z]\d+$/))
    .max(20)
    .default([]),
});
export type Lesson = z.infer<typeof lesson>;

/** Where an answer would stand. */
export const ASKED_OF = [...CLAIM_SECTIONS, 'lessons'] as const;
const question = z.strictObject({ ...pair(300).shape, about: z.enum(ASKED_OF).optional() });
export type Question = z.infer<typeof question>;

const section = z.array(claim).max(MOST.claims).default([]);

/** A case: what happened, told in six sections and one figure. */
export const caseDocument = z.strictObject({
  id,
  /** Order within a report. */
  order: z.number().int().min(1).max(999).default(1),
  causeGroup: z.enum(CAUSE_GROUPS),
  /** The edition of the groups it was sorted by; the first where none is named, for then there was no other. */
  causeEdition: z.number().int().min(1).max(99).default(1),
  state: z.enum(CASE_STATES).default('draft'),
  title: both(LONGEST.title),
  outline: z.array(both(LONGEST.outline)).max(5).default([]),
  summary: z.array(both(LONGEST.summary)).max(8).default([]),
  figure: figureData,
  sections: z.strictObject({
    background: section,
    detection: section,
    response: section,
    cause: section,
    measures: section,
  }),
  lessons: z.array(lesson).max(MOST.lessons).default([]),
  /** What is not known yet, as questions to somebody; none may be left at review. */
  questions: z.array(question).max(30).default([]),
});
export type CaseDocument = z.infer<typeof caseDocument>;

export const caseFilter = z.object({
  state: z.enum([...CASE_STATES, 'any']).default('any'),
  group: z.enum([...CAUSE_GROUPS, 'any']).default('any'),
  theme: z.enum([...THEMES, 'any']).default('any'),
  system: z.enum([...SYSTEM_KINDS, 'any']).default('any'),
  party: z.enum([...PARTY_KINDS, 'any']).default('any'),
  need: z.enum([...RESOURCE_NEEDS, 'any']).default('any'),
  search: z.string().trim().max(200).optional(),
  /** Where the page before ended, as it said. */
  before: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CaseFilter = z.infer<typeof caseFilter>;

/** Which reviewed cases a report is made of: all, or those a list is narrowed down to. */
export const reportChoice = caseFilter.omit({ state: true, before: true, limit: true });
export type ReportChoice = z.infer<typeof reportChoice>;

/** What a report says of itself, in its own language; the issuer of one made by the server is the organisation. */
export const reportAbout = z.object({
  issuer: z.string().trim().min(1).max(120).optional(),
  /** The year a fiscal year begins in; that of the date unless told, beginning in April. */
  fiscalYear: z.coerce.number().int().min(1900).max(2999).optional(),
  /** The plan or programme the report was made under. */
  programme: z.string().trim().min(1).max(160).optional(),
  date: z.iso.date().optional(),
  /** How its cases were selected. */
  selection: z.string().trim().min(1).max(2_000).optional(),
});
export type ReportAbout = z.infer<typeof reportAbout>;

export const caseSummary = z.object({
  id: z.string(),
  state: z.enum(CASE_STATES),
  causeGroup: z.enum(CAUSE_GROUPS),
  title: bilingual,
  lessons: z.number(),
  version: z.number(),
  changedAt: z.string(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const findingView = z.object({
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  message: bilingual,
});

export const caseView = z.object({
  id: z.string(),
  state: z.enum(CASE_STATES),
  version: z.number(),
  changedAt: z.string(),
  incidentId: z.string().nullable(),
  document: caseDocument,
  findings: z.array(findingView),
  /** Whoever looks wrote some of what was not approved yet. */
  own: z.boolean(),
});

/** One sheet of a figure as it is printed. */
export const figureSheet = z.object({
  svg: z.string(),
  /** Something is hidden or too small to read; a document refuses it. */
  crowded: z.boolean(),
  /** Where everything stands, for whoever goes on from there. */
  arrangement,
});

/** A case by its text: the YAML or JSON of a case file. */
export const newCase = z.object({ text: z.string().min(1).max(1_000_000) });

/** A revision says which version it was written on, so that nobody's work is overwritten unseen. */
export const revision = z.object({ version: z.number().int().positive(), document: caseDocument });
export type Revision = z.infer<typeof revision>;

/** One earlier version, for the list of revisions. */
export const versionView = z.object({
  version: z.number(),
  changedAt: z.string(),
  changedBy: z.string(),
  /** Parts that differ from the version before, as in `sections.cause` or `figure`. */
  changed: z.array(z.string()),
});

/** The parts of a case, as a reader knows them. */
export const PARTS = [
  'title',
  'causeGroup',
  'summary',
  'outline',
  'figure',
  'lessons',
  'questions',
  'sections.background',
  'sections.detection',
  'sections.response',
  'sections.cause',
  'sections.measures',
] as const;
export const DIFFERING = ['added', 'removed', 'changed', 'moved'] as const;

/** What one thing of a case was and is; where both read the same, something else is known of it. */
export const differenceView = z.object({
  part: z.enum(PARTS),
  kind: z.enum(DIFFERING),
  before: bilingual.nullable(),
  after: bilingual.nullable(),
});

/** A version to go back to, as a new one written on the latest. */
export const restoring = z.object({
  from: z.number().int().positive(),
  version: z.number().int().positive(),
});

/** One turn of its state, for the same list. */
export const turnView = z.object({
  turn: z.enum(TURNS),
  version: z.number(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  /** Whoever took it had written what it is about. */
  own: z.boolean(),
});
