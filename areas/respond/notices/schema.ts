import { z } from 'zod';

/**
 * A request to a contractor that is answered by a link; a brief for executives; word of a task or of an entry that names somebody; a notice to one affected
 * person; the question whether an address wants word of the status page; word of the status page; a proof of the ledger.
 */
export const NOTICE_KINDS = [
  'request',
  'brief',
  'task',
  'mention',
  'individual',
  'subscribe',
  'status',
  'proof',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const NOTICE_STATES = [
  'queued',
  /** No mail server is set up, or nobody can write to this address: it is told by other means. */
  'held',
  'sending',
  'accepted',
  'delivered',
  'seen',
  'failed',
  /** What it was about was settled before it left. */
  'withdrawn',
  'answered',
  /** Told by hand: by telephone or letter, or come back undelivered. */
  'reached',
  'returned',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  about: z.string(),
  name: z.string(),
  address: z.string(),
  state: z.enum(NOTICE_STATES),
  reason: z.string(),
  madeAt: z.string(),
  changedAt: z.string(),
  answer: z.string(),
});

export const noticeFilter = z.object({
  kind: z.enum(NOTICE_KINDS).optional(),
  about: z.uuid().optional(),
  state: z.enum(NOTICE_STATES).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type NoticeFilter = z.infer<typeof noticeFilter>;

/** What was told by other means, or came back. */
export const noticeSettled = z.object({
  state: z.enum(['reached', 'returned']),
  note: z.string().trim().max(2_000).default(''),
});

/** What somebody answers by a link. */
export const linkAnswer = z.object({
  answer: z.string().trim().max(5_000).default(''),
  /** A request: it is done; otherwise it is only taken. */
  done: z.boolean().default(false),
});
export type LinkAnswer = z.infer<typeof linkAnswer>;
