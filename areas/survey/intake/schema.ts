import { DOORS, type Door, VERDICTS } from '../terms/words.ts';

export { DOORS, type Door, VERDICTS, type Verdict } from '../terms/words.ts';

import { z } from 'zod';
import { timedCursor } from '../../../kernel/cursor.ts';
import { givenId } from '../../../kernel/ids.ts';
import { isInstantText } from '../../../kernel/time.ts';
import { difference, reportContent, STAGES, SYSTEM_KINDS } from '../content/schema.ts';
import { stageDue } from '../deadlines/schema.ts';
import { listKey } from '../editions/schema.ts';

export const TYPED_DOORS = ['form', 'telephone', 'fax', 'mail', 'visit'] as const satisfies readonly Door[];

export const REPORT_STATES = ['draft', 'received', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Several reports tell of one event: one leads, the others add to it. */
export const PLACES = ['primary', 'supplement'] as const;
export type Place = (typeof PLACES)[number];

const instant = z.string().refine(isInstantText, { message: 'RFC 3339' });
const reason = z.string().trim().min(1).max(2_000);

export const newDraft = z.object({
  content: reportContent,
  door: z.enum(TYPED_DOORS).default('telephone'),
  operatorId: givenId.nullable().default(null),
});
export type NewDraft = z.output<typeof newDraft>;

/** A draft says which one it was written on, so that nobody's work is overwritten unseen. */
export const savedDraft = z.object({ content: reportContent, seen: z.number().int().min(0) });
export type SavedDraft = z.output<typeof savedDraft>;

export const submission = z.object({
  stage: z.enum(STAGES),
  /** The draft somebody read before. */
  seen: z.number().int().min(0),
  /** By which door this version came; that of the report unless told. */
  door: z.enum(TYPED_DOORS).optional(),
  /** When it was handed in, where that was before it was typed in. */
  submittedAt: instant.nullable().default(null),
  /** Who handed it in, as they said. */
  sender: z.string().trim().max(200).default(''),
});
export type Submission = z.output<typeof submission>;

export const verdictGiven = z.object({
  verdict: z.enum(VERDICTS),
  /** Needed for everything but being in review and having passed. */
  reason: z.string().trim().max(2_000).default(''),
  /** The newest version somebody read before. */
  seen: z.number().int().positive(),
});
export type VerdictGiven = z.output<typeof verdictGiven>;

export const withdrawal = z.object({ reason });
export const matched = z.object({ operatorId: givenId.nullable() });
/** The event another report leads; null makes one of its own. */
export const joining = z.object({ eventId: givenId.nullable() });
export const leading = z.object({ reportId: givenId });

const MOST_CAUSES = 200;

export const reportFilter = z.object({
  state: z.enum([...REPORT_STATES, 'any']).default('any'),
  verdict: z.enum([...VERDICTS, 'any']).default('any'),
  door: z.enum([...DOORS, 'any']).default('any'),
  place: z.enum([...PLACES, 'any']).default('any'),
  /** Something came late; something is owed and its time is over. */
  punctual: z.enum(['late', 'overdue', 'any']).default('any'),
  sector: listKey.optional(),
  eventType: listKey.optional(),
  operatorId: givenId.optional(),
  search: z.string().trim().max(200).optional(),
  from: instant.optional(),
  until: instant.optional(),
  /** What statistics count at this cut-off; what follows narrows that down, by what a report said then. */
  passedAt: instant.optional(),
  /** Any of these, with commas between. */
  causes: z
    .string()
    .max(2_000)
    .transform((text) => text.split(','))
    .pipe(z.array(listKey).max(MOST_CAUSES))
    .optional(),
  says: z.enum(['reached', 'measures', 'levelMissed']).optional(),
  /** Of this level of effect or above. */
  level: z.coerce.number().int().min(0).max(4).optional(),
  system: z.enum(SYSTEM_KINDS).optional(),
  span: z.enum(['notice', 'report', 'restore']).optional(),
  /** Seconds. */
  atLeast: z.coerce.number().int().min(0).max(1e12).optional(),
  under: z.coerce.number().int().min(0).max(1e12).optional(),
  /** Where the page before ended, as it said. */
  before: timedCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReportFilter = z.output<typeof reportFilter>;

export const reportSummary = z.object({
  id: z.string(),
  number: z.number().nullable(),
  state: z.enum(REPORT_STATES),
  door: z.enum(DOORS),
  title: z.string(),
  operatorName: z.string(),
  operatorId: z.string().nullable(),
  /** Somebody made sure that the operator is who it says. */
  verified: z.boolean(),
  sector: z.string().nullable(),
  eventType: z.string().nullable(),
  version: z.number(),
  stage: z.enum(STAGES).nullable(),
  verdict: z.enum(VERDICTS),
  submittedAt: z.string().nullable(),
  latestAt: z.string(),
  eventId: z.string().nullable(),
  place: z.enum(PLACES),
  openQuestions: z.number(),
  /** What is owed next and by when; whether that is over is for whoever looks. */
  dueStage: z.enum(STAGES).nullable(),
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  /** Stages that came after their deadline. */
  lateStages: z.array(z.enum(STAGES)),
});
export type ReportSummary = z.infer<typeof reportSummary>;

export const versionSummary = z.object({
  version: z.number(),
  stage: z.enum(STAGES),
  door: z.enum(DOORS),
  sender: z.string(),
  submittedAt: z.string(),
  receivedAt: z.string(),
  sha256: z.string(),
  differences: z.array(difference),
});
export const verdictView = z.object({
  at: z.string(),
  verdict: z.enum(VERDICTS),
  reason: z.string(),
  by: z.string(),
  version: z.number(),
});
export const readingView = z.object({
  at: z.string(),
  version: z.number(),
  what: z.enum(['read', 'download']),
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
});
export const sourceView = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  addedAt: z.string(),
});
export type SourceView = z.infer<typeof sourceView>;

export const asked = z.object({
  /** Which field it is about, by its path. */
  field: z.string().trim().max(80).nullable().default(null),
  text: z.string().trim().min(1).max(2_000),
});
export type Asked = z.output<typeof asked>;
export const answered = z.object({
  answer: z.string().trim().min(1).max(5_000),
  /** Who said it. */
  by: z.string().trim().min(1).max(200),
});
export const questionView = z.object({
  id: z.string(),
  number: z.number(),
  field: z.string().nullable(),
  text: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string(),
  droppedAt: z.string().nullable(),
});
export type QuestionView = z.infer<typeof questionView>;

export const reportView = reportSummary.extend({
  withdrawnReason: z.string(),
  /** What the newest version says; of a draft, what was saved. */
  content: reportContent,
  /** What is being written for the next version, and how often it was saved. */
  draft: reportContent.nullable(),
  draftSeen: z.number(),
  /** What keeps the draft from being received. */
  missing: z.array(z.string()),
  versions: z.array(versionSummary),
  verdicts: z.array(verdictView),
  sources: z.array(sourceView),
  questions: z.array(questionView),
  dues: z.array(stageDue),
});
export type ReportView = z.infer<typeof reportView>;

/** How long somebody may say nothing before it is noticed: no report at all is read as too few. */
export const silence = z.object({ months: z.coerce.number().int().min(1).max(60).default(12) });
export const silentOperator = z.object({
  id: z.string(),
  name: z.string(),
  sector: z.string().nullable(),
  /** Of its newest report; null where it never reported. */
  lastAt: z.string().nullable(),
});

export const suggestion = z.object({
  id: z.string(),
  number: z.number().nullable(),
  title: z.string(),
  operatorName: z.string(),
  eventId: z.string(),
  /** Why it may be the same event. */
  because: z.array(z.enum(['operator', 'time', 'party', 'words'])),
});
export type Suggestion = z.infer<typeof suggestion>;
