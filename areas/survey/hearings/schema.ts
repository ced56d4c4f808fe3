import { COMMENT_ANSWERS, COMMENT_KINDS, HEARING_STATES } from '../terms/words.ts';

export {
  COMMENT_ANSWERS,
  COMMENT_KINDS,
  type CommentKind,
  HEARING_STATES,
  type HearingState,
} from '../terms/words.ts';

import { z } from 'zod';
import { mailAddress } from '../../../kernel/addresses.ts';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { timedCursor } from '../../../kernel/cursor.ts';
import { givenId } from '../../../kernel/ids.ts';
import { asking } from '../../../kernel/language.ts';
import { isInstantText, timeZone } from '../../../kernel/time.ts';
import { ASKED_OF } from '../../learn/cases/schema.ts';
import { reportTime } from '../content/schema.ts';
import { PLACES } from '../intake/schema.ts';

/** The six sections of a case, in which every question and every claim has its place. */
export const SECTIONS = ASKED_OF;
export type Section = (typeof SECTIONS)[number];

/** Why something is asked, in the order in which questions of a section are. */
export const QUESTION_KINDS = [
  'differing',
  'withheld',
  'notKnown',
  'notStated',
  'withdrawn',
  'imprecise',
  'singleSource',
  'noEffect',
  'empty',
  /** Written by the secretariat. */
  'added',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What one version of one report says about a question. */
export const account = z.object({
  reportId: z.string(),
  number: z.number(),
  place: z.enum(PLACES),
  version: z.number(),
  /** The field as it stands there: a value, or in which way it says nothing. */
  said: z.unknown(),
});
export type Account = z.infer<typeof account>;

export const question = z.object({
  /** Known again by this however often it is asked. */
  key: z.string(),
  kind: z.enum(QUESTION_KINDS),
  section: z.enum(SECTIONS),
  /** Of the field, as in `times.noticed` or `steps.s1.by`; a section's own name where the section is empty. */
  path: z.string(),
  /** Which step it is about, in its words; what was asked, where somebody wrote it. */
  about: z.string(),
  accounts: z.array(account),
  /** Lines of the minutes that answer it. */
  answeredBy: z.array(z.string()),
});
export type Question = z.infer<typeof question>;

/** A fact as it was told, for a section of the case. Nothing of it is more certain than the line it was taken from. */
export const claimSaid = z.strictObject({
  section: z.enum(SECTIONS),
  text: z.string().trim().min(1).max(1_200),
  certainty: z.enum(CERTAINTIES),
  /** When it happened, where that was said. */
  happened: reportTime.nullable().default(null),
});
export type ClaimSaid = z.infer<typeof claimSaid>;
export const PLACE_KINDS = ['visit', 'office', 'online'] as const;
export const SIDES = ['operator', 'secretariat', 'other'] as const;

const text = (limit: number) => z.string().trim().min(1).max(limit);
const instant = z.string().refine(isInstantText, { message: 'RFC 3339' });

export const attendee = z.strictObject({
  side: z.enum(SIDES),
  /** Minutes and claims name nobody but by this. */
  role: text(120),
  name: z.string().trim().max(120).default(''),
  /** Invited by mail where one is given. */
  email: z.union([z.literal(''), mailAddress]).default(''),
});
export type Attendee = z.infer<typeof attendee>;

const inOrder = {
  path: ['endsAt'],
  ...asking({ ja: '開始より後の日時を入力してください', en: 'Enter a time after the start' }),
};
const written = {
  startsAt: instant,
  endsAt: instant,
  zone: timeZone.default('Asia/Tokyo'),
  mode: z.enum(PLACE_KINDS),
  /** An address, a room, or a link. */
  place: z.string().trim().max(500).default(''),
  attendees: z.array(attendee).min(1).max(40),
  /** Told to whoever is invited. */
  note: z.string().trim().max(2_000).default(''),
};
const endsLater = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean =>
  !isInstantText(startsAt) ||
  !isInstantText(endsAt) ||
  Temporal.Instant.compare(Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)) < 0;
export const newHearing = z.object({ eventId: givenId, ...written }).refine(endsLater, inOrder);
export type NewHearing = z.output<typeof newHearing>;
/** A change says on which version it was written, so that nobody's work is overwritten unseen. */
export const hearingChange = z
  .object({ ...written, version: z.number().int().positive() })
  .refine(endsLater, inOrder);
export type HearingChange = z.output<typeof hearingChange>;
export const cancellation = z.object({ reason: text(2_000) });
export const cooperation = z.object({
  /** Who agreed for the operator, by role. */
  by: text(200),
  /** When they did. */
  at: instant,
  note: z.string().trim().max(2_000).default(''),
});
export type Cooperation = z.output<typeof cooperation>;

export const MOST_LINES = 2_000;
const line = {
  /** When it was said. */
  at: instant,
  /** The role of whoever said it. */
  speaker: text(120),
  text: text(2_000),
  certainty: z.enum(CERTAINTIES).default('confirmed'),
  /** The question it answers. */
  question: z.string().max(200).nullable().default(null),
  materialId: givenId.nullable().default(null),
  /** What is taken from it; of an answer, the line itself unless told. */
  claims: z.array(claimSaid).max(8).optional(),
};
export const newLine = z.object({
  /** Made where it was typed: it is one line however often it is sent. */
  clientId: givenId,
  ...line,
});
export type NewLine = z.output<typeof newLine>;
export const lineChange = z.object({ ...line, revision: z.number().int().positive() });
export type LineChange = z.output<typeof lineChange>;
export const lineWithdrawal = z.object({ revision: z.number().int().positive(), reason: text(500) });
export const ownQuestion = z.object({ section: z.enum(SECTIONS), text: text(300) });
export type OwnQuestion = z.output<typeof ownQuestion>;

export const newComment = z.object({
  kind: z.enum(COMMENT_KINDS),
  /** The line it is about, by its number; none where it is about all of them. */
  number: z.number().int().positive().nullable().default(null),
  text: text(2_000),
  /** Who says so, as they call themselves. */
  by: text(120),
});
export type NewComment = z.output<typeof newComment>;
export const commentAnswer = z.object({
  answer: z.enum(COMMENT_ANSWERS),
  /** Why it was refused; needed there. */
  reason: z.string().trim().max(2_000).default(''),
  /** The line as it reads from now on; needed where it was accepted. */
  change: lineChange.extend({ lineId: givenId }).nullable().default(null),
});
export type CommentAnswer = z.output<typeof commentAnswer>;
export const minutesSent = z.object({ name: text(120), email: mailAddress });
export type MinutesSent = z.output<typeof minutesSent>;
/** Whoever confirms says which edition of the minutes they read. */
export const confirmation = z.object({ by: text(120), seen: z.coerce.number().int().min(0) });
export type Confirmation = z.output<typeof confirmation>;
export const handedOver = z.object({
  name: text(200),
  /** The file as it is, base64. */
  content: z.base64().max(14_000_000),
  /** Who handed it over, and who took it, by role. */
  from: text(120),
  to: text(120),
  at: instant,
});
export type HandedOver = z.output<typeof handedOver>;
export const passedOn = z.object({
  from: text(120),
  to: text(120),
  at: instant,
  note: z.string().trim().max(500).default(''),
});
export type PassedOn = z.output<typeof passedOn>;

export const lineView = z.object({
  id: z.string(),
  clientId: z.string(),
  number: z.number(),
  revision: z.number(),
  at: z.string(),
  speaker: z.string(),
  text: z.string(),
  certainty: z.enum(CERTAINTIES),
  question: z.string().nullable(),
  materialId: z.string().nullable(),
  claims: z.array(claimSaid),
  withdrawn: z.string().nullable(),
  /** As it read before, the newest first. */
  earlier: z.array(
    z.object({ text: z.string(), certainty: z.enum(CERTAINTIES), until: z.string(), why: z.string() }),
  ),
});
export type LineView = z.infer<typeof lineView>;

export const materialView = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  custody: z.array(z.object({ at: z.string(), from: z.string(), to: z.string(), note: z.string() })),
});
export type MaterialView = z.infer<typeof materialView>;

export const commentView = z.object({
  id: z.string(),
  kind: z.enum(COMMENT_KINDS),
  lineId: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  answer: z.enum(COMMENT_ANSWERS).nullable(),
  reason: z.string(),
});
export type CommentView = z.infer<typeof commentView>;

export const hearingSummary = z.object({
  id: z.string(),
  eventId: z.string(),
  version: z.number(),
  state: z.enum(HEARING_STATES),
  startsAt: z.string(),
  endsAt: z.string(),
  zone: z.string(),
  mode: z.enum(PLACE_KINDS),
  place: z.string(),
  attendees: z.array(attendee),
  note: z.string(),
  cancelledReason: z.string(),
  /** The event, as its primary report calls it. */
  title: z.string(),
  number: z.number().nullable(),
});
export type HearingSummary = z.infer<typeof hearingSummary>;
export const hearingView = hearingSummary.extend({
  /** To whose own Sonae the minutes can go: organisations that reported the event, of whom was heard; of whoever has them, alone. */
  peers: z.array(z.object({ id: z.string(), name: z.string() })),
  questions: z.array(question),
  lines: z.array(lineView),
  materials: z.array(materialView),
  comments: z.array(commentView),
  cooperation: cooperation.nullable(),
  /** Grows with every change of the minutes. */
  edition: z.number(),
  /** Where the minutes stand: sent to the operator, confirmed by them. */
  sentAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string(),
});
export type HearingView = z.infer<typeof hearingView>;

export const hearingFilter = z.object({
  eventId: givenId.optional(),
  state: z.enum([...HEARING_STATES, 'any']).default('any'),
  /** Where the page before ended, as it said. */
  before: timedCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type HearingFilter = z.output<typeof hearingFilter>;
